package dev.strait.benchmarks.chat;

import dev.strait.runtime.ChannelHub;
import jakarta.websocket.server.ServerContainer;
import java.util.Map;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.ServerContainerFactory;

/** Chat with Strait on Tyrus with its Grizzly server. */
public final class GrizzlyChatServer {

    private GrizzlyChatServer() {}

    public static void main(String[] arguments) throws Exception {
        ChannelHub hub = ChatService.hub();
        TyrusServerContainer container = (TyrusServerContainer) ServerContainerFactory.createServerContainer(Map.of());
        hub.deployTo((ServerContainer) container);
        container.doneDeployment();
        container.start("/", ChatService.port());
        Thread.currentThread().join();
    }
}
