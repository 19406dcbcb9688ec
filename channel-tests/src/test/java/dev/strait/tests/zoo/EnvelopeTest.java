package dev.strait.tests.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Limits;
import dev.strait.tests.Await;
import dev.strait.tests.TestClient;
import dev.strait.tests.TestContainer;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The fingerprint of a contract and the maximum size of its frames. */
@Tag("container")
class EnvelopeTest {

    /** Allows for the envelope and for fields of newer clients. */
    private static final int SLACK = 4_096;

    private final BlockingQueue<Bounded.Say> received = new LinkedBlockingQueue<>();
    private TestContainer.Started server = serve(TestContainer.patientLimits());

    private TestContainer.Started serve(Limits.Builder limits) {
        ChannelHub hub = TestContainer.hub().limits(limits.build()).build();
        hub.add(BoundedEndpoint.of(new BoundedHandler<String>() {
            @Override
            public String open(Bounded.Room room, Handshake handshake) {
                return handshake.query("user").orElse("");
            }

            @Override
            public Optional<String> user(String state, Handshake handshake) {
                return Optional.of(state).filter(name -> !name.isEmpty());
            }

            @Override
            public void onSay(Bounded.Say say, BoundedConnection<String> from) {
                received.add(say);
            }
        }));
        return TestContainer.startAny(hub);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TestClient client(String query) {
        return TestClient.connect(server.uri("/ws/bounded/blue" + query));
    }

    @Test
    void helloIsAnsweredWithUserAndContract() {
        String contract = BoundedCodec.CONTRACT.fingerprint();
        assertThat(contract).matches("[0-9a-f]{16}");
        try (TestClient ann = client("?user=ann");
                TestClient anonymous = client("")) {
            ann.send("{'type':'$hello','contract':'0123456789abcdef','resume':[{'room':'a'}],'$id':5}");
            String ready = ann.next();
            assertThat(ready)
                    .matches(
                            "\\{\"type\":\"\\$ready\",\"\\$re\":5,\"v\":1,\"conn\":\"[\\w.-]+\",\"user\":\"ann\",\"contract\":\""
                                    + contract + "\",\"maxMessageBytes\":"
                                    + (BoundedCodec.CONTRACT.maxMessageBytes() + SLACK)
                                    + ",\"maxMessagesPerSecond\":[1-9]\\d*}");
            anonymous.send("{'type':'$hello'}");
            assertThat(anonymous.next()).doesNotContain("user").contains(contract);
            anonymous.send("{'type':'$hello','contract':7}").expectError("invalid");
        }
    }

    @Test
    void framesMayBeAsLargeAsTheContractAllowsPlusSlack() {
        // {"type":"say","text":"10 x 6","tags":[2 x ("3 x 6",)],"number":-2147483648}
        int say = 2 + 13 + 1 + (7 + 62 + 1) + (7 + 2 + 2 * 21 + 1) + (9 + 11 + 1);
        assertThat(BoundedCodec.CONTRACT.maxMessageBytes()).isBetween((long) say - 2, (long) say + 2);
        int maxBytes = (int) BoundedCodec.CONTRACT.maxMessageBytes() + SLACK;
        try (TestClient client = client("")) {
            String frame = "{'type':'say','text':'a','tags':[]";
            client.send(frame + " ".repeat(maxBytes - frame.length() - 1) + "}");
            Await.next(received);
            client.sendLast(frame + " ".repeat(maxBytes - frame.length()) + "}").expectCloseWithUnreadInput(1009);
        }
    }

    @Test
    void theLimitOfTheNodeAppliesIfItIsSmaller() {
        server.close();
        server = serve(TestContainer.patientLimits().maxMessageBytes(100));
        try (TestClient client = client("")) {
            client.sendLast("{'type':'say','text':'a','tags':[]" + " ".repeat(100) + "}")
                    .expectCloseWithUnreadInput(1009);
        }
    }
}
