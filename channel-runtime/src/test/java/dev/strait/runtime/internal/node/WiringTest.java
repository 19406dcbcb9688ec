package dev.strait.runtime.internal.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.ChannelEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hub that is wired wrongly says so in the log when it is deployed. */
class WiringTest {

    private static final ChannelContract<String, String, String> OTHER = ChannelContract.builder(
                    "test.Other", new LineCodec())
            .path("/other")
            .build();

    private final LogEntries log = new LogEntries(Node.class);

    @AfterEach
    void restoreLog() {
        log.close();
    }

    private static ChannelHub hub(Backplane backplane) {
        return ChannelHub.builder().backplane(backplane).build();
    }

    private static ChannelHub hub() {
        return hub(new InProcessBackplane());
    }

    private static ChannelEndpoint endpoint() {
        return new TestNode.LineEndpoint(new LineHandler());
    }

    @Test
    void anEmitterOfAChannelThatIsServedIsNotLogged() {
        try (ChannelHub hub = hub()) {
            hub.channel(LineHandler.CONTRACT);
            hub.add(endpoint());
            hub.endpointConfigs();
            hub.channel(LineHandler.CONTRACT);
            assertThat(log.texts).isEmpty();
        }
    }

    @Test
    void anEmitterThatReachesNobodyIsLoggedOnce() {
        try (ChannelHub hub = hub()) {
            hub.add(endpoint());
            hub.endpointConfigs();
            hub.channel(OTHER);
            hub.channel(OTHER);
            assertThat(log.texts)
                    .containsExactly("This hub has an emitter of test.Other but no endpoint, so the messages have no"
                            + " recipients. Add the endpoint to this hub, or create the emitter with the hub that has"
                            + " it.");
        }
    }

    @Test
    void anEmitterFromBeforeTheDeploymentIsLoggedToo() {
        try (ChannelHub hub = hub()) {
            hub.channel(OTHER);
            hub.add(endpoint());
            assertThat(log.texts).isEmpty();
            hub.endpointConfigs();
            assertThat(log.texts).hasSize(1).first().asString().contains("test.Other");
        }
    }

    @Test
    void otherNodesMayServeTheChannel() {
        try (ChannelHub hub = hub(new SilentBackplane())) {
            hub.add(endpoint());
            hub.endpointConfigs();
            hub.channel(OTHER);
            assertThat(log.texts).isEmpty();
        }
    }

    @Test
    void aHubWithoutEndpointsIsLogged() {
        try (ChannelHub hub = hub()) {
            hub.endpointConfigs();
            assertThat(log.texts)
                    .containsExactly("The hub has no endpoints. Add them with hub.add(...) before you deploy it.");
        }
    }
}
