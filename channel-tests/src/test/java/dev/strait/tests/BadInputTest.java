package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strait.runtime.ChannelHub;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors are reported only to the client that caused them. Most of them keep its connection open. */
@Tag("container")
class BadInputTest {

    private final Running running = Running.start();
    private TestClient ann;
    private TestClient bob;

    @BeforeEach
    void start() {
        ann = running.joinChat("lobby", "ann");
        bob = running.joinChat("lobby", "bob");
    }

    @AfterEach
    void otherClientsReceiveNothing() {
        try {
            bob.expectNothing();
        } finally {
            running.close();
        }
    }

    private static List<String> violations(JsonNode error) {
        List<String> found = new ArrayList<>();
        error.path("errors")
                .forEach(violation -> found.add(violation.path("path").asText() + " "
                        + violation.path("rule").asText()));
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "hello",
                "true",
                "\"say\"",
                "[]",
                "{",
                "}",
                "{'type':",
                "{'type':'say','text':'x'}{'type':'say','text':'x'}",
                "{'type':'say','text':'x'} x",
                "{'type':'say','text':'x',}",
                "{'type':'say' 'text':'x'}",
                "{'type':say}",
                "{/*c*/'type':'say','text':'x'}",
                "\uFEFF{'type':'say','text':'x'}",
                "{'type':'say','text':'\\ud800'}",
                "{'type':'say','text':'x','other':NaN}",
                "{'type':'say','text':'x','other':01}",
            })
    void framesOtherThanOneJsonObjectAreMalformed(String frame) {
        JsonNode error = ann.send(frame).expectError("malformed");
        assertThat(error.path("message").asText()).isNotEmpty();
        ann.expectNothing();
    }

    @ParameterizedTest
    @MethodSource("framesOverALimit")
    void jsonThatExceedsItsLimitsIsAViolationWithItsPath(String field, String path) {
        JsonNode error = ann.send("{'type':'say','text':'x'," + field + "}").expectError("invalid");
        assertThat(violations(error)).containsExactly(path + " limit");
        ann.expectNothing();
    }

    static Stream<Arguments> framesOverALimit() {
        return Stream.of(
                Arguments.of("'deep':" + "[".repeat(40) + "]".repeat(40), "/deep" + "/0".repeat(31)),
                Arguments.of("'number':1" + "0".repeat(100), "/number"),
                Arguments.of("'" + "k".repeat(257) + "':1", "/" + "k".repeat(255) + "..."),
                Arguments.of("'many':[" + "1,".repeat(5000) + "1]", "/many/4089"));
    }

    @Test
    void everyViolationIsReportedWithItsPath() {
        ann.send("{'type':'say','text':' ','tags':['ok','" + "x".repeat(21) + "',5],'$id':12}");
        JsonNode error = ann.expectError("invalid");
        assertThat(error.path("$re").asInt()).isEqualTo(12);
        assertThat(violations(error)).containsExactly("/tags/2 type", "/text not-blank");
        ann.send("{'type':'say','text':'" + "x".repeat(501) + "','tags':['a','" + "x".repeat(21) + "']}");
        assertThat(violations(ann.expectError("invalid"))).containsExactly("/text size", "/tags/1 size");
        ann.expectNothing();
    }

    @Test
    void missingFieldsAndWrongTypesAreInvalid() {
        ann.send("{'type':'say'}");
        assertThat(violations(ann.expectError("invalid"))).containsExactly("/text required");
        ann.send("{'type':'say','text':null}");
        assertThat(violations(ann.expectError("invalid"))).containsExactly("/text type");
        ann.send("{'type':'typing','on':'true'}");
        assertThat(violations(ann.expectError("invalid"))).containsExactly("/on type");
        ann.send("{'type':'typing','on':1}");
        assertThat(violations(ann.expectError("invalid"))).containsExactly("/on type");
        ann.send("{'type':'say','text':{'a':[1,{'text':'x'}]},'tags':7}");
        assertThat(violations(ann.expectError("invalid"))).containsExactly("/text type", "/tags type");
        ann.expectNothing();
    }

    @Test
    void duplicateFieldsAreInvalid() {
        ann.send("{'type':'say','text':'x','text':'y'}");
        assertThat(violations(ann.expectError("invalid"))).containsExactly("/text duplicate");
        ann.send("{'type':'say','te\\u0078t':'x','text':'y'}");
        assertThat(violations(ann.expectError("invalid"))).containsExactly("/text duplicate");
        ann.send("{'type':'say','type':'say','text':'y'}");
        assertThat(violations(ann.expectError("invalid"))).containsExactly("/type duplicate");
        ann.send("{'type':'say','text':'y','z':1,'other':{'a':1,'b':{},'a':1},'\\u007a':2,'$id':1}");
        JsonNode error = ann.expectError("invalid");
        assertThat(error.path("$re").asInt()).isEqualTo(1);
        assertThat(violations(error)).containsExactly("/other/a duplicate", "/z duplicate");
        ann.expectNothing();
    }

    @Test
    void unknownAndMissingTypesAreReported() {
        ann.send("{'type':'destroy'}").expectError("unknown-type");
        ann.send("{'type':'said','user':'bob','text':'spoofed'}").expectError("unknown-type");
        ann.send("{'type':'$error'}").expectError("unknown-type");
        ann.send("{'type':'getClass'}").expectError("unknown-type");
        ann.send("{'text':'x'}");
        assertThat(violations(ann.expectError("invalid"))).containsExactly("/type required");
        ann.send("{'type':null,'text':'x'}");
        assertThat(violations(ann.expectError("invalid"))).containsExactly("/type type");
        ann.send("{'type':['say'],'text':'x','$room':5,'$id':{}}");
        assertThat(violations(ann.expectError("invalid"))).containsExactly("/type type", "/$room type", "/$id type");
        ann.expectNothing();
    }

    @Test
    void unknownFieldsAreIgnoredAndTheTypeMayBeLast() {
        ann.send("{'extra':{'a':[1,2,{'b':null}]},'text':'late','@class':'java.lang.Runtime','type':'echo'}")
                .expect("{'type':'echoed','text':'late'}");
        ann.send("{'te\\u0078t':'escaped','type':'echo'}").expect("{'type':'echoed','text':'escaped'}");
    }

    @Test
    void aRoomThatDiffersFromThePathIsRefused() {
        ann.send("{'type':'say','text':'x','$room':'attic'}").expectError("not-joined");
        ann.send("{'type':'echo','text':'x','$room':'lobby'}").expect("{'type':'echoed','text':'x'}");
    }

    @Test
    void textIsPreservedInBothDirections() {
        String text = "äöü 中文 😀 <b>&amp; \\\\ \\\" \\n \\u2028";
        ann.send("{'type':'echo','text':'" + text + "'}");
        assertThat(ann.nextJson().path("text").asText()).isEqualTo("äöü 中文 😀 <b>&amp; \\ \" \n \u2028");
    }

    @Test
    void anOversizedFrameClosesTheConnection() {
        ann.send("{'type':'echo','text':'" + "x".repeat(10_000) + "'}").next();
        ann.sendLast("中".repeat(21_846)) // fewer characters than the limit, but 2 bytes more
                .expectCloseWithUnreadInput(1009);
    }

    @Test
    void anOversizedFragmentedMessageClosesTheConnection() {
        ann.sendPart(" ".repeat(40_000)).tryToSendLastPart(" ".repeat(25_537)).expectCloseWithUnreadInput(1009);
    }

    @Test
    void fragmentsAreAssembled() {
        ann.sendParts("{\"type\":\"echo\",", "\"text\":", "\"whole\"}");
        ann.expect("{'type':'echoed','text':'whole'}");
    }

    @Test
    void aBinaryFrameClosesTheConnection() {
        assertThat(ann.sendBinary((byte) 1).closeCode()).isEqualTo(1003);
    }

    @Test
    void handlerFailuresAreReportedWithoutDetails() {
        ann.send("{'type':'fail','how':'refusal','$id':3}");
        assertThat(ann.expectError("lot-closed").path("$re").asInt()).isEqualTo(3);
        for (String how : List.of("exception", "error")) {
            JsonNode error = ann.send("{'type':'fail','how':'" + how + "'}").expectError("internal");
            assertThat(error.toString())
                    .contains("reference")
                    .doesNotContain("secret")
                    .doesNotContain("Exception");
        }
        ann.expectNothing();
    }

    @Test
    void repeatedHandlerFailuresCloseTheConnection() {
        for (int i = 0; i < 5; i++) {
            ann.send("{'type':'fail','how':'exception'}").expectError("internal");
        }
        assertThat(ann.closeCode()).isEqualTo(1011);
    }

    @Test
    void everyAskGetsItsErrorWhateverTheRateOfErrors() {
        ChannelHub.Builder hub = TestContainer.hub()
                .limits(Running.generous().maxErrorsPerSecond(1).build());
        try (Running other = Running.with(hub)) {
            TestClient client = other.joinChat("lobby", "ann");
            for (int i = 1; i <= 30; i++) {
                client.send("{'type':'say','text':'','$id':" + i + "}");
                assertThat(client.expectError("invalid").path("$re").asInt()).isEqualTo(i);
            }
            client.send("{'type':'say','text':''}").expectNothing(); // not an ask
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'$id':7,'type':'say','text':tru}",
                "{'type':'say','$id':7,'text':'x','other':01}",
                "{'$id':7,'type':'say','text':'x'} trailing"
            })
    void malformedFramesAreAnsweredWithTheirIdIfItPrecedesTheError(String frame) {
        assertThat(ann.send(frame).expectError("malformed").path("$re").asInt()).isEqualTo(7);
    }

    @Test
    void exceptionsOfConstructorsAreViolations() {
        try (Running other = Running.start()) {
            TestClient client = other.client("/ws/oddity");
            client.send("{'type':'sum','a':1,'b':-2}");
            assertThat(client.expectError("invalid").at("/errors/0/message").asText())
                    .isEqualTo("must not be negative in all");
            for (int i = 1; i <= 10; i++) { // more than the failures that close a connection
                client.send("{'type':'sum','a':2147483647,'b':1,'$id':" + i + "}");
                JsonNode error = client.expectError("invalid");
                assertThat(violations(error)).containsExactly(" constructor");
                assertThat(error.at("/errors/0/message").asText()).isEqualTo("is not a valid combination");
                assertThat(error.path("$re").asInt()).isEqualTo(i);
            }
        }
    }

    @Test
    void errorsOfConstructorsAreInternal() {
        try (Running other = Running.start()) {
            TestClient client = other.client("/ws/oddity");
            client.send("{'type':'sum','a':-2147483648,'b':1,'$id':1}");
            assertThat(client.expectError("internal").path("$re").asInt()).isEqualTo(1);
        }
    }

    @Test
    void unauthenticatedClientsDoNotJoin() {
        TestClient anonymous = running.client("/ws/chat/lobby");
        anonymous.expectError("unauthenticated");
        assertThat(anonymous.closeCode()).isEqualTo(4401);
        assertThat(running.chatService.calls).noneMatch(call -> call.contains("null"));
    }

    @Test
    void refusalsAndFailuresInOpenCloseTheConnection() {
        TestClient anonymous = running.client("/ws/chat/lobby");
        assertThat(anonymous.expectError("unauthenticated").path("message").asText())
                .contains("Say who you are");
        assertThat(anonymous.closeCode()).isEqualTo(4401);
        TestClient mallory = running.client("/ws/chat/lobby?user=mallory");
        mallory.expectError("forbidden");
        assertThat(mallory.closeCode()).isEqualTo(4403);
        TestClient broken = running.client("/ws/chat/lobby?user=broken");
        assertThat(broken.expectError("internal").toString()).doesNotContain("secret");
        assertThat(broken.closeCode()).isEqualTo(1011);
        assertThat(running.chat.room("lobby").size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "login,  unauthenticated, 4401",
        "locked, forbidden,       4403",
        "full,   overloaded,      1013",
        "gone,   not-found,       1008",
        "failed, internal,        1011"
    })
    void aRefusedJoinOfTheRoomInThePathClosesTheConnection(String room, String error, int code) {
        TestClient client = running.client("/ws/chat/" + room + "?user=eve");
        client.expectError(error);
        assertThat(client.closeCode()).isEqualTo(code);
        assertThat(running.chat.room(room).size()).isZero();
    }

    @Test
    void theConnectionClosesIfTheNodeHasNoRoomForTheRoomInItsPath() {
        try (Running strict = Running.with(
                TestContainer.hub().limits(Running.generous().maxRoomsPerNode(1).build()))) {
            strict.joinChat("lobby", "ann");
            TestClient bob = strict.client("/ws/chat/attic?user=bob");
            bob.expectError("overloaded");
            assertThat(bob.closeCode()).isEqualTo(1013);
            strict.joinChat("lobby", "bob");
        }
    }

    @Test
    void tooManyBadFramesCloseTheConnection() {
        try (Running strict = Running.with(
                TestContainer.hub().limits(Running.generous().maxBadFrames(3).build()))) {
            TestClient client = strict.joinChat("lobby", "ann");
            for (int i = 0; i < 4; i++) {
                client.send("x").expectError("malformed");
            }
            assertThat(client.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void aNullUserClosesTheConnection() {
        TestClient client = running.client("/ws/chat/hall?user=unnamed");
        client.expectError("internal");
        assertThat(client.closeCode()).isEqualTo(1011);
        assertThat(running.chat.connections()).noneMatch(info -> info.path().endsWith("hall"));
    }
}
