package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Limits;
import dev.strait.runtime.Protocols;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people send who mean harm: answered as it should be, heard by nobody else, and the connection is as good as before. */
@Tag("container")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputsTest {

    /** The channel's constraints bound its frames, and what is longer is not read (docs/contract.md). */
    private static final Map<String, String> OTHERWISE_BY_NATIVE = Map.of("content-30000", "close:1009");

    /** A message has no room there but by {@code $room}; this is a field that nobody knows. */
    private static final Map<String, String> OTHERWISE_BY_LUCENT = Map.of("post-room-null", "ok");

    private TestContainer.Started server;

    @BeforeAll
    void start() {
        Limits limits = TestContainer.patientLimits()
                .maxMessageBurst(200)
                .maxJoinsPerSecond(200)
                .maxHandshakesPerSecond(100_000)
                .build();
        ChannelHub hub = TestContainer.hub().limits(limits).build();
        hub.add(LobbyEndpoint.of(new LobbyService()));
        hub.add(LobbyEndpoint.of(new LobbyService())
                .path("/lucent")
                .protocol(Protocols.lucent().acks().relaying()));
        server = TestContainer.startAny(hub);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<HostileInput> texts() {
        return HostileInput.texts().stream();
    }

    /** By the native protocol, which has no relayed broadcasts. */
    static Stream<HostileInput> nativeTexts() {
        return texts().filter(input -> !input.text().contains("\"broadcast\""));
    }

    private TestClient inLobby(String path, String join) {
        return TestClient.connect(server.uri(path)).send(join);
    }

    @ParameterizedTest
    @MethodSource("nativeTexts")
    void byTheNativeProtocol(HostileInput input) {
        String join = "{'type':'$join','room':'lobby'}";
        try (TestClient ann = inLobby("/ws/lobby", join);
                TestClient bob = inLobby("/ws/lobby", join)) {
            ann.expect("{'type':'$joined','room':'lobby'}");
            bob.expect("{'type':'$joined','room':'lobby'}");
            send(input, ann, HostileInputsTest::toNative);
            String expected = OTHERWISE_BY_NATIVE.getOrDefault(input.name(), input.onlyExpected());
            check(input, expected, ann, bob, "\"$error\"", "{\"type\":\"$pong\"}", "{'type':'nudge','$room':'lobby'}");
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void byLucentsProtocol(HostileInput input) {
        String join = "{'type':'join','room':'lobby'}";
        try (TestClient ann = inLobby("/lucent", join);
                TestClient bob = inLobby("/lucent", join)) {
            for (TestClient each : List.of(ann, bob)) {
                assertThat(each.next()).contains("\"connected\"");
                each.expect("{'type':'joined','room':'lobby'}");
            }
            send(input, ann, text -> text);
            String expected = OTHERWISE_BY_LUCENT.getOrDefault(input.name(), input.onlyExpected());
            check(input, expected, ann, bob, "\"error\"", "{\"type\":\"pong\"}", "{'type':'nudge','$room':'lobby'}");
        }
    }

    /** The same for a protocol whose own frames and fields begin with a dollar. */
    private static String toNative(String text) {
        String own = text.replaceAll("\"type\":\"(join|leave|ping)\"", "\"type\":\"\\$$1\"");
        return text.contains("\"post\"") ? own.replace("\"room\":", "\"$room\":") : own;
    }

    private static void send(HostileInput input, TestClient ann, UnaryOperator<String> mapping) {
        try {
            for (int i = 0; i < input.repeat(); i++) {
                ann.sendRaw(mapping.apply(input.text(i)));
            }
        } catch (CompletionException closedMeanwhile) {
            assertThat(input.onlyExpected()).startsWith("close");
        }
    }

    private static void check(
            HostileInput input,
            String expected,
            TestClient ann,
            TestClient bob,
            String error,
            String pong,
            String fence) {
        if (expected.startsWith("close:")) {
            try {
                assertThat(ann.closeCode()).isEqualTo(Integer.parseInt(expected.substring("close:".length())));
            } catch (CompletionException broken) { // who goes on sending may lose the close frame to TCP's reset
                assertThat(input.repeat()).isGreaterThan(1);
                assertThat(broken).hasCauseInstanceOf(IOException.class);
            }
            return;
        }
        ann.send(fence);
        List<String> othersHeard = untilNudged(bob);
        bob.send(fence);
        List<String> heard = untilNudged(ann);
        long errors = heard.stream().filter(frame -> frame.contains(error)).count();
        boolean isForOthers = input.text().contains("\"post\"") || input.text().contains("\"broadcast\"");
        assertThat(errors)
                .as("errors in %s", heard)
                .isEqualTo(!expected.equals("error") ? 0 : input.repeat() == 1 ? 1 : 2); // the 128th and the 129th
        assertThat(othersHeard).hasSize(expected.equals("ok") && isForOthers ? 1 : 0);
        assertThat(heard.stream().filter(pong::equals)).hasSize(expected.equals("pong") ? 1 : 0);
    }

    /** What it has heard until the other nudges it. */
    private static List<String> untilNudged(TestClient client) {
        List<String> heard = new ArrayList<>();
        String frame = client.next();
        while (!frame.contains("nudged")) {
            heard.add(frame);
            frame = client.next();
        }
        return heard;
    }
}
