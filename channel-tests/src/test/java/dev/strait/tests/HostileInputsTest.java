package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Protocols;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Messages of a malicious client. Each gets the expected answer, no other member receives anything that is not meant for it,
 * and the connection works as before.
 */
@Tag("container")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputsTest {

    /** The constraints of the channel limit the size of its frames, and larger ones are not read (docs/contract.md). */
    private static final Map<String, String> DIFFERENT_IN_NATIVE = Map.of("content-30000", "close:1009");

    private static final Map<String, String> DIFFERENT_IN_LUCENT = Map.of(
            // A message names its room with $room only; room is an unknown field.
            "post-room-null", "ok",
            // Clients answer pings of Lucent's servers; there is nothing to say about that.
            "type-server-pong", "ok",
            // Payloads may be any JSON (younger than the inputs, like decision 18), so only the frame bounds a text.
            "payload-null", "ok",
            "payload-string", "ok",
            "payload-number", "ok",
            "payload-string-over-16k", "ok",
            // Messages may have 1 MiB (decision 18), so these are read, and refused for what they are.
            "size-65537-bytes-multibyte", "error",
            "size-131072-spaces", "error");

    /** Names that rooms may have since decision 9, which is younger than the inputs. */
    private static final Set<String> VALID_ROOMS = Set.of(
            "room-slash",
            "room-dotdot",
            "room-dot-first",
            "room-dash-first",
            "room-nats-star",
            "room-mqtt-hash",
            "room-percent",
            "room-at",
            "room-backslash",
            "room-rtl",
            "room-cyrillic",
            "room-fullwidth",
            "room-nfd",
            "room-format");

    private static String expected(HostileInput input, Map<String, String> different) {
        return VALID_ROOMS.contains(input.name()) ? "ok" : different.getOrDefault(input.name(), input.onlyExpected());
    }

    private static final String NUDGE = "{'type':'nudge','$room':'lobby'}";

    /** The frames of a protocol. */
    private record Protocol(String path, String ping, String pong, String error) {}

    private static final Protocol NATIVE =
            new Protocol("/ws/lobby", "{'type':'$ping'}", "{\"type\":\"$pong\"}", "\"$error\"");

    private static final Protocol LUCENT =
            new Protocol("/lucent", "{'type':'ping'}", "{\"type\":\"pong\"}", "\"error\"");

    /** The server's close code by user. */
    private final Map<String, Integer> closeCodes = new ConcurrentHashMap<>();

    private final TestContainer.Started server = start(TestContainer.hub());
    /**
     * For floods: where reading can be paused, a client that exceeds its rate is held back (decision 17, which is younger than
     * the inputs), here for ever.
     */
    private final TestContainer.Started refusing = start(TestContainer.refusingHub());

    private TestContainer.Started start(ChannelHub.Builder builder) {
        ChannelHub hub = builder.timeSource(() -> 1) // rate limits never refill, so speed does not matter
                .limits(TestContainer.patientLimits()
                        .maxMessageBurst(200)
                        .maxJoinsPerSecond(200)
                        .maxHandshakesPerSecond(100_000)
                        .build())
                .listener(new ChannelListener() {
                    @Override
                    public void closed(ConnectionInfo connection, CloseReason reason) {
                        closeCodes.put(connection.user().orElseThrow(), reason.code());
                    }
                })
                .build();
        hub.add(LobbyEndpoint.of(new LobbyService()));
        hub.add(LobbyEndpoint.of(new LobbyService())
                .path(LUCENT.path())
                .protocol(Protocols.lucent().acks().relaying()));
        return TestContainer.startAny(hub);
    }

    @AfterAll
    void stop() {
        server.close();
        refusing.close();
    }

    static Stream<HostileInput> texts() {
        return HostileInput.texts().stream();
    }

    /** For the native protocol, which does not relay broadcasts. */
    static Stream<HostileInput> nativeTexts() {
        return texts().filter(input -> !input.text().contains("\"broadcast\""));
    }

    private TestClient connect(Protocol protocol, HostileInput input, String user) {
        TestContainer.Started used = input.name().startsWith("flood") ? refusing : server;
        return TestClient.connect(used.uri(protocol.path() + "?user=" + user));
    }

    @ParameterizedTest
    @MethodSource("nativeTexts")
    void nativeProtocolAnswersAsExpected(HostileInput input) {
        String annsName = "native-" + input.name();
        try (TestClient ann = connect(NATIVE, input, annsName);
                TestClient bob = connect(NATIVE, input, "bob")) {
            for (TestClient client : List.of(ann, bob)) {
                client.send("{'type':'$join','room':'lobby'}").expect("{'type':'$joined','room':'lobby'}");
            }
            String expected = expected(input, DIFFERENT_IN_NATIVE);
            for (int i = 0; i < input.repeat() && send(ann, toNative(input.text(i)), expected); i++) {}
            check(NATIVE, input, expected, annsName, ann, bob);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void lucentProtocolAnswersAsExpected(HostileInput input) {
        String annsName = "lucent-" + input.name();
        try (TestClient ann = connect(LUCENT, input, annsName);
                TestClient bob = connect(LUCENT, input, "bob")) {
            for (TestClient client : List.of(ann, bob)) {
                assertThat(client.next()).contains("\"connected\"");
                client.send("{'type':'join','room':'lobby'}").expect("{'type':'joined','room':'lobby'}");
            }
            String expected = expected(input, DIFFERENT_IN_LUCENT);
            for (int i = 0; i < input.repeat() && send(ann, input.text(i), expected); i++) {}
            check(LUCENT, input, expected, annsName, ann, bob);
        }
    }

    /** The native protocol prefixes its own types and fields with a dollar. */
    private static String toNative(String text) {
        String renamed = text.replaceAll("\"type\":\"(join|leave|ping)\"", "\"type\":\"\\$$1\"");
        return text.contains("\"post\"") ? renamed.replace("\"room\":", "\"$room\":") : renamed;
    }

    /** Whether the frame was sent. An input that closes the connection may do so before all of it is sent. */
    private static boolean send(TestClient ann, String frame, String expected) {
        if (expected.startsWith("close:")) {
            return TestClient.tryToSend(() -> ann.sendRaw(frame));
        }
        ann.sendRaw(frame);
        return true;
    }

    private void check(
            Protocol protocol, HostileInput input, String expected, String annsName, TestClient ann, TestClient bob) {
        if (expected.startsWith("close:")) {
            int code = Integer.parseInt(expected.substring("close:".length()));
            Await.until(() -> closeCodes.containsKey(annsName));
            assertThat(closeCodes).containsEntry(annsName, code);
            ann.expectCloseWithUnreadInput(code);
            bob.send(protocol.ping());
            List<String> othersReceived = framesBefore(bob, "pong\"");
            assertThat(othersReceived).allMatch(frame -> input.repeat() > 1 && frame.contains("\"posted\""));
            return;
        }
        ann.send(NUDGE);
        List<String> othersReceived = framesBefore(bob, "nudged");
        bob.send(NUDGE);
        List<String> received = framesBefore(ann, "nudged");
        long errors = received.stream()
                .filter(frame -> frame.contains(protocol.error()))
                .count();
        boolean isForOthers = input.text().contains("\"post\"") || input.text().contains("\"broadcast\"");
        assertThat(errors)
                .as("errors in %s", received)
                .isEqualTo(!expected.equals("error") ? 0 : input.repeat() == 1 ? 1 : 2); // the 128th and the 129th
        assertThat(othersReceived).hasSize(expected.equals("ok") && isForOthers ? 1 : 0);
        assertThat(received.stream().filter(protocol.pong()::equals)).hasSize(expected.equals("pong") ? 1 : 0);
    }

    /** The frames that a client receives before one that contains the text. */
    private static List<String> framesBefore(TestClient client, String text) {
        List<String> frames = new ArrayList<>();
        String frame = client.next();
        while (!frame.contains(text)) {
            frames.add(frame);
            frame = client.next();
        }
        return frames;
    }
}
