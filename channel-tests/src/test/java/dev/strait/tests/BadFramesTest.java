package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Limits;
import dev.strait.test.RefusedHandshake;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors are reported only to the client that caused them. Most of them keep its connection open. */
class BadFramesTest {

    private final ChatService service = new ChatService();
    private final ChatTestKit chat = kit(limits -> {});
    private FrameClient ann;
    private FrameClient bob;

    @BeforeEach
    void start() {
        ann = join("lobby", "ann");
        bob = join("lobby", "bob");
    }

    @AfterEach
    void otherClientsReceiveNothing() {
        try {
            bob.expectNothing();
        } finally {
            chat.failures(); // some tests provoke them
            chat.close();
        }
    }

    private ChatTestKit kit(Consumer<? super Limits.Builder> settings) {
        Limits.Builder limits = Running.generous();
        settings.accept(limits);
        return ChatTestKit.of(service, kit -> kit.limits(limits.build()));
    }

    private FrameClient join(String room, String user) {
        return join(chat, room, user);
    }

    private static FrameClient join(ChatTestKit kit, String room, String user) {
        return new FrameClient(kit.connect(room, who -> who.query("user", user).plain()));
    }

    private RefusedHandshake refused(String room, String user) {
        return catchThrowableOfType(RefusedHandshake.class, () -> join(room, user));
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
        assertThat(ann.closeCodeAndReason()).startsWith("1011 ");
    }

    @Test
    void everyAskGetsItsErrorWhateverTheRateOfErrors() {
        try (ChatTestKit other = kit(limits -> limits.maxErrorsPerSecond(1))) {
            FrameClient client = join(other, "lobby", "ann");
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
        try (OddityTestKit other = oddities()) {
            FrameClient client = new FrameClient(other.connect(who -> who.plain()));
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
        try (OddityTestKit other = oddities()) {
            FrameClient client = new FrameClient(other.connect(who -> who.plain()));
            client.send("{'type':'sum','a':-2147483648,'b':1,'$id':1}");
            assertThat(client.expectError("internal").path("$re").asInt()).isEqualTo(1);
        }
    }

    @Test
    void unauthenticatedClientsDoNotJoin() {
        RefusedHandshake refused = catchThrowableOfType(RefusedHandshake.class, () -> chat.connect("lobby"));
        assertThat(refused.status()).isEqualTo(4401);
        assertThat(refused.error().orElseThrow().code()).isEqualTo("unauthenticated");
        assertThat(service.calls).noneMatch(call -> call.contains("null"));
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
        RefusedHandshake refused = refused(room, "eve");
        assertThat(refused.status()).isEqualTo(code);
        assertThat(refused.error().orElseThrow().code()).isEqualTo(error);
        assertThat(chat.emitter().room(room).size()).isZero();
    }

    @Test
    void tooManyBadFramesCloseTheConnection() {
        try (ChatTestKit strict = kit(limits -> limits.maxBadFrames(3))) {
            FrameClient client = join(strict, "lobby", "ann");
            for (int i = 0; i < 4; i++) {
                client.send("x").expectError("malformed");
            }
            assertThat(client.closeCodeAndReason()).startsWith("4400 ");
        }
    }

    @Test
    void aNullUserClosesTheConnection() {
        RefusedHandshake refused = refused("hall", "unnamed");
        assertThat(refused.status()).isEqualTo(1011);
        assertThat(refused.error().orElseThrow().code()).isEqualTo("internal");
        assertThat(chat.emitter().connections()).noneMatch(info -> info.path().endsWith("hall"));
    }

    private static OddityTestKit oddities() {
        return OddityTestKit.of(new OddityHandler<String>() {
            @Override
            public String open(Handshake handshake) {
                return "";
            }

            @Override
            public void onSum(Oddity.Sum sum, OddityConnection<String> from) {}
        });
    }
}
