package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.LucentProtocol.Relayed;
import dev.strait.runtime.Protocols;
import dev.strait.runtime.WireProtocol;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol of Lucent's plugin, as its browser clients see it. */
@Tag("container")
class LucentTest {

    private Talking server = Talking.with(Protocols.lucent().relaying());

    @AfterEach
    void stop() {
        server.close();
    }

    private void restart(WireProtocol protocol) {
        server.close();
        server = Talking.with(protocol);
    }

    private TestClient join(String user, String... rooms) {
        TestClient client = server.client("/ws?user=" + user);
        for (String room : rooms) {
            client.send("{'type':'join','room':'" + room + "'}");
        }
        return server.fence(client);
    }

    private void expectError(TestClient client, String text) {
        assertThat(client.next()).isEqualTo("{\"type\":\"error\",\"message\":\"" + text + "\"}");
    }

    private List<String> members(String room) {
        return server.talk.room(room).members().stream()
                .map(member -> member.user().orElse("nobody"))
                .toList();
    }

    @Test
    void joinAddsAMemberWithoutAResponse() {
        join("ann", "posts");
        assertThat(members("posts")).containsExactly("ann");
    }

    @Test
    void duplicateJoinsAreIgnored() {
        TestClient ann = join("ann", "posts", "posts");
        assertThat(server.talk.room("posts").postCreated(new Talk.Post("1", "one")))
                .isEqualTo(Delivery.of(1, 1, 0));
        ann.expect("{'type':'post:created','doc':{'_id':'1','title':'one'}}");
        server.fence(ann);
        assertThat(Await.next(server.talkService.calls)).isEqualTo("ann joined posts");
        assertThat(server.talkService.calls).isEmpty();
    }

    @Test
    void leaveHasNoResponseAndIsIgnoredForNonMembers() {
        TestClient ann = join("ann", "posts", "other");
        ann.send("{'type':'leave','room':'posts'}");
        ann.send("{'type':'leave','room':'posts'}");
        ann.send("{'type':'leave','room':'never'}");
        server.fence(ann);
        assertThat(members("posts")).isEmpty();
        assertThat(members("other")).containsExactly("ann");
        server.talk.room("other").append("still", "here");
        ann.expect("{'type':'append','content':'still','username':'here'}");
    }

    @Test
    void rejoiningDoesNotDuplicateMessages() {
        TestClient ann = join("ann", "posts");
        ann.send("{'type':'leave','room':'posts'}").send("{'type':'join','room':'posts'}");
        server.fence(ann);
        server.talk.room("posts").append("x", "y");
        ann.expect("{'type':'append','content':'x','username':'y'}");
        server.fence(ann);
    }

    @Test
    void broadcastsReachTheOtherMembersExactlyOnce() {
        TestClient ann = join("ann", "posts");
        TestClient bob = join("bob", "posts");
        TestClient cat = join("cat", "posts", "other");
        TestClient dan = join("dan", "other");
        String id = server.talk.connections().stream()
                .filter(connection -> connection.user().orElse("").equals("ann"))
                .map(ConnectionInfo::id)
                .findFirst()
                .orElseThrow();
        ann.send("{'type':'broadcast','room':'posts','payload':{'any':['thing',1.50,null]}}");
        String expected = "{'type':'message','room':'posts','from':'" + id + "','payload':{'any':['thing',1.50,null]}}";
        bob.expect(expected);
        cat.expect(expected);
        for (TestClient client : List.of(ann, bob, cat, dan)) {
            server.fence(client);
        }
    }

    @Test
    void broadcastsOfASenderStayInOrder() {
        TestClient ann = join("ann", "posts");
        TestClient bob = join("bob", "posts");
        for (int i = 0; i < 50; i++) {
            ann.send("{'type':'broadcast','room':'posts','payload':{'i':" + i + "}}");
        }
        for (int i = 0; i < 50; i++) {
            assertThat(bob.nextJson().path("payload").path("i").asInt()).isEqualTo(i);
        }
    }

    @Test
    void payloadsKeepUnicodeText() {
        TestClient ann = join("ann", "posts");
        TestClient bob = join("bob", "posts");
        ann.send("{'type':'broadcast','room':'posts','payload':{'text':'Grüße, 世界 🌍 \\u00e9'}}");
        JsonNode message = bob.nextJson();
        assertThat(message.path("payload").path("text").asText()).isEqualTo("Grüße, 世界 🌍 é");
    }

    @Test
    void payloadsThatAreChannelMessagesAreValidated() {
        TestClient ann = join("ann", "posts");
        TestClient bob = join("bob", "posts");
        ann.send("{'type':'broadcast','room':'posts','payload':{'type':'append','content':'hi'}}");
        expectError(ann, "/payload/username is required");
        ann.send("{'type':'broadcast','room':'posts','payload':{'type':'append','content':'hi','username':'ann'}}");
        assertThat(bob.nextJson().path("payload").path("content").asText()).isEqualTo("hi");
        server.fence(ann);
        server.fence(bob);
    }

    /** Relayed payloads have the limits of all messages. These payloads are from the corpus of hostile inputs. */
    @Test
    void invalidPayloadsAreRejected() {
        TestClient ann = join("ann", "posts");
        TestClient bob = join("bob", "posts");
        String start = "{'type':'broadcast','room':'posts','payload':";
        for (String payload : List.of(
                "nul",
                "{'n':0x1F}",
                "{'n':.5}",
                "{'n':-Infinity}",
                "{'n':1e+}",
                "{'n':" + "9".repeat(101) + "}",
                "{'s':'\\ud800'}",
                "{'\\ud800':1}",
                "{'a':1,'a':2}",
                "{'a':1,'\\u0061':2}",
                "{'" + "k".repeat(257) + "':1}",
                "{'a':".repeat(33) + "1" + "}".repeat(33),
                "{'a':" + "[".repeat(10_000) + "]".repeat(10_000) + "}")) {
            ann.send(start + payload + "}");
            assertThat(ann.nextJson().path("type").asText()).as(payload).isEqualTo("error");
        }
        for (String payload : List.of("{'n':1e999999999}", "{'s':'" + "x".repeat(16_384) + "'}", "{'@class':'x'}")) {
            ann.send(start + payload + "}");
            assertThat(bob.next()).endsWith("'payload':".replace('\'', '"') + payload.replace('\'', '"') + "}");
        }
        server.fence(ann);
        server.fence(bob);
    }

    @Test
    void broadcastsToRoomsNotJoinedAreRejected() {
        TestClient ann = join("ann", "posts");
        TestClient bob = join("bob", "other");
        ann.send("{'type':'broadcast','room':'other','payload':{}}");
        expectError(ann, "This connection is not in that room.");
        server.fence(ann);
        server.fence(bob);
    }

    @Test
    void broadcastsMayBeLargerThanChannelMessages() {
        TestClient ann = join("ann", "posts");
        TestClient bob = join("bob", "posts");
        String large = "x".repeat(16_000);
        ann.send("{'type':'broadcast','room':'posts','payload':{'a':'" + large + "','b':'" + large + "'}}");
        assertThat(bob.nextJson().path("payload").path("b").asText()).isEqualTo(large);
    }

    @Test
    void broadcastsAreRejectedUnlessRelayingIsEnabled() {
        restart(Protocols.lucent());
        TestClient ann = join("ann", "posts");
        TestClient bob = join("bob", "posts");
        ann.send("{'type':'broadcast','room':'posts','payload':{}}");
        expectError(ann, "Clients may not broadcast on this channel.");
        server.fence(ann);
        server.fence(bob);
    }

    @Test
    void bareRelayingSendsOnlyThePayload() {
        restart(Protocols.lucent().relaying(Relayed.BARE));
        TestClient ann = join("ann", "posts");
        TestClient bob = join("bob", "posts");
        ann.send("{'type':'broadcast','room':'posts','payload':{'a': 1}}");
        bob.expect("{'a': 1}");
        ann.send("{'type':'broadcast','room':'posts','payload':{'type':'error','message':'forged'}}");
        expectError(ann, "/payload/type must not be a type of the protocol");
        server.fence(ann);
        server.fence(bob);
    }

    @Test
    void pingIsAnsweredWithPongToTheSenderOnly() {
        TestClient ann = join("ann", "posts");
        TestClient bob = join("bob", "posts");
        ann.send("{'type':'ping'}").expect("{'type':'pong'}");
        ann.send("{'at':[1,2],'type':'ping'}").expect("{'type':'pong'}");
        server.fence(ann);
        server.fence(bob);
    }

    @Test
    void serverMessagesAreSentWithoutAnEnvelope() {
        TestClient ann = join("ann", "posts", "other");
        server.talk.room("posts").postCreated(new Talk.Post("7", "Hello"));
        ann.expect("{'type':'post:created','doc':{'_id':'7','title':'Hello'}}");
        server.talk.everyone().append("to", "all");
        ann.expect("{'type':'append','content':'to','username':'all'}");
        server.talk.user("ann").append("to", "ann");
        ann.expect("{'type':'append','content':'to','username':'ann'}");
    }

    @Test
    void emittersCanExcludeConnections() {
        TestClient ann = join("ann", "posts");
        TestClient bob = join("bob", "posts");
        String id = server.talk.room("posts").members().stream()
                .filter(member -> member.user().orElse("").equals("ann"))
                .map(ConnectionInfo::id)
                .findFirst()
                .orElseThrow();
        server.talk.room("posts").except(id).append("a", "b");
        server.talk.everyone().except(id).append("c", "d");
        bob.expect("{'type':'append','content':'a','username':'b'}");
        bob.expect("{'type':'append','content':'c','username':'d'}");
        server.fence(ann);
    }

    @Test
    void channelMessagesReachTheHandlerInTheOnlyRoom() {
        TestClient ann = join("ann", "posts");
        TestClient bob = join("bob", "posts");
        ann.send("{'type':'say','content':'hi'}");
        bob.expect("{'type':'append','content':'hi','username':'ann'}");
        server.fence(ann);
    }

    @Test
    void sendingToOthersIsRejectedWithoutAnUnambiguousRoom() {
        TestClient ann = join("ann");
        ann.send("{'type':'say','content':'hi'}");
        expectError(ann, "Join a room first.");
        TestClient bob = join("bob", "posts", "other");
        bob.send("{'type':'say','content':'hi'}");
        expectError(bob, "Set $room: this connection is in several rooms.");
        server.fence(bob);
    }

    @Test
    void errorsReachOnlyTheSenderAndKeepTheConnectionOpen() {
        TestClient ann = join("ann", "posts");
        TestClient bob = join("bob", "posts");
        ann.send("{'type':'join','room':'vip'}");
        expectError(ann, "For members.");
        ann.send("{'type':'join','room':' no room'}");
        assertThat(ann.nextJson().path("type").asText()).isEqualTo("error");
        ann.send("{'type':'join'}");
        expectError(ann, "/room is required");
        ann.send("{'type':'say','content':'no'}");
        expectError(ann, "Not now.");
        ann.send("{'type':'say','content':' '}");
        expectError(ann, "/content must not be blank");
        ann.send("{'type':'what'}");
        expectError(ann, "This channel has no message of that type.");
        ann.send("not json");
        assertThat(ann.nextJson().path("type").asText()).isEqualTo("error");
        server.fence(ann);
        server.fence(bob);
    }

    @Test
    void errorsNeverContainExceptionMessages() {
        TestClient ann = join("ann", "posts");
        for (String frame : List.of("{'type':'trip'}", "{'type':'join','room':'broken'}")) {
            assertThat(ann.send(frame).next())
                    .startsWith("{\"type\":\"error\",\"message\":\"Something went wrong on the server, reference ")
                    .doesNotContain("secret");
        }
    }

    @Test
    void acksAreSentIfEnabled() {
        restart(Protocols.lucent().acks());
        TestClient ann = server.client("/ws?user=ann");
        JsonNode connected = ann.nextJson();
        assertThat(connected.path("type").asText()).isEqualTo("connected");
        assertThat(server.talk.connection(connected.path("id").asText()).info()).isPresent();
        ann.send("{'type':'join','room':'posts'}").expect("{'type':'joined','room':'posts'}");
        ann.send("{'type':'leave','room':'posts'}").expect("{'type':'left','room':'posts'}");
        ann.send("{'type':'leave','room':'posts'}");
        server.fence(ann);
    }

    @Test
    void pongsAreIgnored() {
        server.fence(join("ann", "posts").send("{'type':'pong'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "-0.5e3", "true", "null", "'text'", "[1,{'a':2}]", "{'any':'thing'}"})
    void payloadsMayHaveAnyJsonValue(String payload) {
        TestClient ann = join("ann", "posts");
        TestClient bob = join("bob", "posts");
        ann.send("{'type':'broadcast','room':'posts','payload':" + payload + "}");
        assertThat(bob.next()).endsWith(",\"payload\":" + payload.replace('\'', '"') + "}");
    }

    @Test
    void payloadsMayHaveLongTexts() {
        TestClient ann = join("ann", "posts");
        TestClient bob = join("bob", "posts");
        ann.send("{'type':'broadcast','room':'posts','payload':{'image':'" + "x".repeat(300_000) + "'}}");
        assertThat(bob.next()).hasSizeGreaterThan(300_000);
    }

    @Test
    void manyJoinsAtOnceSucceed() {
        TestClient ann = server.client("/ws?user=ann");
        for (int i = 0; i < 60; i++) {
            ann.send("{'type':'join','room':'r" + i + "'}");
        }
        Await.until(() -> server.talk.rooms().size() == 60);
    }

    @Test
    void aMessageForARoomThatTheClientIsNotInIsRefused() {
        TestClient ann = join("ann", "posts");
        TestClient bob = join("bob", "posts");
        ann.send("{'type':'say','content':'hi','room':'other'}");
        expectError(ann, "This connection is not in that room.");
        ann.send("{'type':'say','content':'hi','room':'posts'}");
        bob.expect("{'type':'append','content':'hi','username':'ann'}");
    }

    @Test
    void rateLimitsAndFrameTypesAreEnforced() {
        server.close();
        server = Talking.with(
                Map.of("/ws", Protocols.lucent().relaying()),
                TestContainer.refusingHub()
                        .timeSource(() -> 1) // stopped, so that the rate limits do not recover
                        .limits(Running.generous()
                                .maxMessagesPerSecond(5)
                                .maxMessageBurst(5)
                                .build()));
        TestClient ann = server.client("/ws").send("{'type':'join','room':'posts'}");
        for (int i = 0; i < 5; i++) {
            ann.send("{'type':'broadcast','room':'posts','payload':{}}");
        }
        expectError(ann, "Too many messages.");
        assertThat(ann.flood(15, "{'type':'ping'}").closeCode()).isEqualTo(1008);
        TestClient bob = server.client("/ws");
        assertThat(bob.sendBinary((byte) 1).closeCode()).isEqualTo(1003);
    }

    @Test
    void closedConnectionsLeaveTheirRooms() {
        TestClient ann = join("ann", "posts", "other");
        ann.disconnect();
        assertThat(ann.closeCode()).isEqualTo(1000);
        for (String call : List.of("ann joined posts", "ann joined other", "ann left posts", "ann left other")) {
            assertThat(Await.next(server.talkService.calls)).isEqualTo(call);
        }
        assertThat(Await.next(server.talkService.calls)).isEqualTo("ann closed");
        assertThat(server.talk.rooms()).isEmpty();
    }

    @Test
    void theServerCanJoinAndRemoveConnections() {
        TestClient ann = join("ann");
        String id = server.talk.connections().get(0).id();
        assertThat(server.talk.room("posts").join(id)).isTrue();
        assertThat(server.talk.room("posts").join(id)).isFalse();
        server.talk.room("posts").append("a", "b");
        ann.expect("{'type':'append','content':'a','username':'b'}");
        assertThat(server.talk.room("posts").leave(id)).isTrue();
        assertThat(server.talk.room("posts").append("a", "b")).isEqualTo(Delivery.NONE);
        server.fence(ann);
    }
}
