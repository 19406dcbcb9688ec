package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Limits;
import dev.strait.runtime.Protocols;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which limit counts: that of the endpoint, of the hub, of the protocol, or the default. */
@Tag("container")
class EndpointLimitsTest {

    /** What the constraints of the contract allow, plus 4,096 bytes. */
    private static final int LARGEST_POST = Math.toIntExact(LobbyCodec.CONTRACT.maxMessageBytes() + 4_096);

    private static final String LARGE = "{'type':'fence','number':7,'padding':'" + "x".repeat(900_000) + "'}";

    /** Serves one channel at two paths, the second one with limits of its own. */
    private static TestContainer.Started serve(UnaryOperator<Limits.Builder> limits) {
        ChannelHub hub = TestContainer.hub()
                .limits(limits.apply(TestContainer.patientLimits()).build())
                .build();
        LobbyService service = new LobbyService();
        hub.add(LobbyEndpoint.of(service));
        hub.add(LobbyEndpoint.of(service)
                .path("/ws/own")
                .limits(own -> own.maxMessagesPerSecond(7))
                .limits(own -> own.maxMessageBytes(1_234)));
        return TestContainer.startAny(hub);
    }

    private static List<Integer> limitsOf(TestContainer.Started server, String path) {
        try (TestClient client = TestClient.connect(server.uri(path))) {
            JsonNode ready = client.send("{'type':'$hello'}").nextJson();
            return List.of(
                    ready.path("maxMessageBytes").intValue(),
                    ready.path("maxMessagesPerSecond").intValue());
        }
    }

    @Test
    void anEndpointHasTheDefaultsUnlessItHasLimitsOfItsOwn() {
        try (TestContainer.Started server = serve(limits -> limits)) {
            assertThat(limitsOf(server, "/ws/lobby")).containsExactly(LARGEST_POST, 200);
            assertThat(limitsOf(server, "/ws/own")).containsExactly(1_234, 7);
        }
    }

    @Test
    void theLimitsOfAnEndpointWinOverThoseOfTheHub() {
        try (TestContainer.Started server =
                serve(limits -> limits.maxMessageBytes(5_000).maxMessagesPerSecond(50))) {
            assertThat(limitsOf(server, "/ws/lobby")).containsExactly(5_000, 50);
            assertThat(limitsOf(server, "/ws/own")).containsExactly(1_234, 7);
        }
    }

    @Test
    void anEndpointEnforcesItsOwnLimits() {
        try (TestContainer.Started server = serve(limits -> limits);
                TestClient client = TestClient.connect(server.uri("/ws/own"))) {
            client.sendLast("{'type':'post','content':'" + "x".repeat(1_300) + "'}")
                    .expectCloseWithUnreadInput(1009);
        }
    }

    @Test
    void protocolsHaveDefaultsOfTheirOwnWhichTheHubMayReplace() {
        ChannelHub hub = TestContainer.hub()
                .limits(TestContainer.patientLimits().build())
                .build();
        hub.add(TalkEndpoint.of(new TalkService()).protocol(Protocols.lucent()));
        try (TestContainer.Started server = TestContainer.startAny(hub);
                TestClient client = TestClient.connect(server.uri("/ws/talk"))) {
            client.send(LARGE).expect("{'type':'fenced','number':7}");
        }
        ChannelHub strict = TestContainer.hub()
                .limits(TestContainer.patientLimits().maxMessageBytes(70_000).build())
                .build();
        strict.add(TalkEndpoint.of(new TalkService()).protocol(Protocols.lucent()));
        try (TestContainer.Started server = TestContainer.startAny(strict);
                TestClient client = TestClient.connect(server.uri("/ws/talk"))) {
            client.sendLast(LARGE).expectCloseWithUnreadInput(1009);
        }
    }
}
