package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.Channel;
import dev.strait.Name;
import dev.strait.Type;
import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Protocols;
import dev.strait.runtime.spi.ChannelEndpoint;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Adding a channel to a hub reports everything that its protocol does not support. */
class DeploymentRulesTest {

    @Channel("/ws/clash")
    interface Clash {
        sealed interface ToServer {}

        sealed interface ToClient {}

        record Join(@Name(value = "room", alias = "roomId") int room) implements ToServer {}

        record Tell(int message) implements ToServer {}

        @Type("error")
        record Failure(int error) implements ToClient {}

        record Joined(@Name("__alephaRoom") int room) implements ToClient {}

        record Message(int message) implements ToClient {}
    }

    private static final class Handler implements DeploymentRulesTest_ClashHandler<String> {
        @Override
        public String open(Handshake handshake) {
            return "";
        }

        @Override
        public void onJoin(Clash.Join join, DeploymentRulesTest_ClashConnection<String> from) {}

        @Override
        public void onTell(Clash.Tell tell, DeploymentRulesTest_ClashConnection<String> from) {}
    }

    private final ChannelHub hub = ChannelHub.create();

    @AfterEach
    void close() {
        hub.close();
    }

    private static ChannelEndpoint clash() {
        return DeploymentRulesTest_ClashEndpoint.of(new Handler());
    }

    @Test
    void typesThatClashWithLucentFramesAreRejected() {
        assertThatThrownBy(() -> hub.add(clash().protocol(Protocols.lucent())))
                .isInstanceOf(ChannelDeploymentException.class)
                .hasMessageContaining("\"join\"")
                .hasMessageContaining("\"error\"")
                .message()
                .doesNotContain("\"joined\"", "\"message\"");
    }

    @Test
    void typesThatClashWithOptionalLucentFramesAreRejected() {
        assertThatThrownBy(
                        () -> hub.add(clash().protocol(Protocols.lucent().acks().relaying())))
                .isInstanceOf(ChannelDeploymentException.class)
                .hasMessageContaining("\"joined\"")
                .hasMessageContaining("\"message\"");
    }

    @Test
    void fieldsThatClashWithAlephasEnvelopeAreRejected() {
        assertThatThrownBy(() -> hub.add(clash().protocol(Protocols.alepha())))
                .isInstanceOf(ChannelDeploymentException.class)
                .hasMessageContaining("\"roomId\" of \"join\"")
                .hasMessageContaining("\"message\" of \"tell\"")
                .hasMessageContaining("\"error\" of \"error\"")
                .hasMessageContaining("\"__alephaRoom\" of \"joined\"")
                .message()
                .doesNotContain("of \"message\"");
    }

    @Test
    void theNativeProtocolAcceptsAllNames() {
        assertThatCode(() -> hub.add(clash())).doesNotThrowAnyException();
    }

    @Test
    void pathBoundChannelsSupportOnlyTheNativeProtocol() {
        for (var protocol : List.of(Protocols.lucent(), Protocols.alepha())) {
            assertThatThrownBy(() -> hub.add(ChatEndpoint.of(new ChatService()).protocol(protocol)))
                    .isInstanceOf(ChannelDeploymentException.class)
                    .hasMessageContaining("Use a contract without variables in its path");
        }
    }

    @Test
    void tickIntervalsThatAreTooShortAreRejected() {
        assertThatThrownBy(() -> hub.add(AdderEndpoint.of(new AdderService(Duration.ofNanos(5)))))
                .isInstanceOf(ChannelDeploymentException.class)
                .hasMessageContaining("1 ms");
    }

    @Test
    void limitsMustBePositive() {
        assertThatThrownBy(() -> clash().maxConnectionsPerUser(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clash().limits(limits -> limits.maxMessageBytes(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxMessageBytes is 0; it must be at least 1.");
    }
}
