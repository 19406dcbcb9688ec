package dev.strait.tests;

import dev.strait.runtime.ChannelHub;
import jakarta.websocket.server.ServerContainer;
import java.util.Map;
import java.util.Set;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.ServerContainerFactory;

/** Tyrus 2.2 on Grizzly, like its standalone server. */
public final class GrizzlyContainer implements TestContainer {

    @Override
    public Started start(ChannelHub hub) throws Exception {
        TyrusServerContainer container = (TyrusServerContainer) ServerContainerFactory.createServerContainer(Map.of());
        hub.deployTo((ServerContainer) container);
        container.doneDeployment();
        container.start("/", 0);
        return new Started() {
            @Override
            public int port() {
                return container.getPort();
            }

            @Override
            public void close() {
                hub.close();
                container.stop();
            }
        };
    }

    @Override
    public Set<Quirk> quirks() {
        return Set.of(
                Quirk.CANNOT_PAUSE_READING,
                Quirk.REFUSES_ORIGIN_BY_DROPPING,
                Quirk.CLOSES_OVER_RATE,
                Quirk.CLOSES_REFUSED_OPEN,
                Quirk.NO_REMOTE_ADDRESS,
                Quirk.RESETS_WITH_UNREAD_INPUT);
    }
}
