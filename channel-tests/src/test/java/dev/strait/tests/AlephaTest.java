package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.AlephaProtocol.RoomMarker;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.Protocols;
import dev.strait.runtime.WireProtocol;
import dev.strait.tests.TestContainer.Quirk;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol of Alepha's {@code useRoom}, as seen by a browser. */
@Tag("container")
class AlephaTest {

    private Talking server = Talking.with(Protocols.alepha());

    @AfterEach
    void stop() {
        server.close();
    }

    private void restart(WireProtocol protocol) {
        server.close();
        server = Talking.with(protocol);
    }

    /** Connects a client and waits until it is in the rooms of its URL. */
    private TestClient connect(String query) {
        return server.fenceInAlephaChat(server.client("/ws/alepha-chat" + query));
    }

    private static String append(String content, String user) {
        return "{'type':'append','content':'" + content + "','username':'" + user + "'}";
    }

    private static String markedAppend(String content, String user, String room) {
        return append(content, user).replace("}", ",'__alephaRoom':'" + room + "'}");
    }

    private static String envelope(String room, String content) {
        return "{'roomId':'" + room + "','message':{'content':'" + content + "'}}";
    }

    private Set<String> roomsOf(String user) {
        return server.alephaChat.connections().stream()
                .filter(connection -> connection.user().orElse("").equals(user))
                .findFirst()
                .orElseThrow()
                .rooms();
    }

    @Test
    void roomIdsAreSeparatedByCommas() {
        connect("?roomIds=red,blue&user=ann");
        assertThat(roomsOf("ann")).containsExactly("red", "blue");
    }

    @Test
    void theRoomIdMayBeRepeated() {
        connect("?roomId=red&roomId=blue&roomId=red&user=ann");
        assertThat(roomsOf("ann")).containsExactly("red", "blue");
    }

    @Test
    void roomIdsInTheUrlAreDecoded() {
        connect("?roomIds=%72ed%2Cblue&user=ann");
        assertThat(roomsOf("ann")).containsExactly("red", "blue");
    }

    @Test
    void clientsWithoutRoomIdsJoinTheDefaultRoom() {
        connect("?user=ann");
        connect("?user=bob&roomIds=");
        assertThat(roomsOf("ann")).containsExactly("default");
        assertThat(roomsOf("bob")).containsExactly("default");
    }

    @Test
    void nothingIsSentOnOpen() {
        TestClient ann = connect("?roomIds=red,blue"); // the answer to the fence is the first frame
        connect("?roomIds=red");
        server.fenceInAlephaChat(ann);
    }

    @Test
    void anEnvelopeSelectsTheRoomAndTheSenderIsExcluded() {
        TestClient ann = connect("?roomIds=red,blue&user=ann");
        TestClient bob = connect("?roomIds=red&user=bob");
        TestClient cat = connect("?roomIds=blue&user=cat");
        ann.send(envelope("blue", "hi"));
        cat.expect(append("hi", "ann"));
        for (TestClient client : List.of(ann, bob, cat)) {
            server.fenceInAlephaChat(client);
        }
    }

    @Test
    void aFrameWithoutEnvelopeIsForTheFirstRoom() {
        TestClient ann = connect("?roomIds=red,blue&user=ann");
        TestClient bob = connect("?roomIds=red&user=bob");
        TestClient cat = connect("?roomIds=blue&user=cat");
        ann.send("{'content':'hi'}");
        bob.expect(append("hi", "ann"));
        server.fenceInAlephaChat(ann);
        server.fenceInAlephaChat(cat);
    }

    @Test
    void envelopeKeysMayHaveAnyOrderAndUnknownOnesAreIgnored() {
        TestClient ann = connect("?roomIds=red,blue&user=ann");
        TestClient cat = connect("?roomIds=blue&user=cat");
        ann.send("{'type':7,'$id':{},'x':[1],'message':{'content':'hi','y':{}},'roomId':'blue','$room':null}");
        cat.expect(append("hi", "ann"));
        ann.send("{'message':{'content':'to the first'}}");
        server.fenceInAlephaChat(ann);
        server.fenceInAlephaChat(cat);
    }

    @Test
    void messagesToARoomThatIsNotJoinedAreRefused() {
        TestClient ann = connect("?roomIds=red&user=ann");
        TestClient cat = connect("?roomIds=blue&user=cat");
        ann.send(envelope("blue", "hi")).expect("{'error':'This connection is not in that room.'}");
        server.fenceInAlephaChat(ann);
        server.fenceInAlephaChat(cat);
    }

    @Test
    void theRoomIsMarkedOnlyForConnectionsInSeveralRooms() {
        TestClient ann = connect("?roomIds=red,blue&user=ann");
        TestClient bob = connect("?roomIds=red&user=bob");
        server.alephaChat.room("red").append("x", "y");
        ann.expect(markedAppend("x", "y", "red"));
        bob.expect(append("x", "y"));
    }

    @Test
    void theRoomIsMarkedBeforeAllRoomsAreJoinedAndAfterALeave() {
        TestClient guest = server.client("/ws/alepha-chat?roomIds=red,blue&user=guest")
                .expect("{'type':'system','message':'Welcome to red','__alephaRoom':'red'}")
                .expect("{'type':'system','message':'Welcome to blue','__alephaRoom':'blue'}");
        server.alephaChat
                .room("blue")
                .leave(server.alephaChat.connections().get(0).id());
        server.alephaChat.room("red").append("x", "y"); // the page still shows both
        guest.expect(markedAppend("x", "y", "red"));
    }

    @Test
    void theRoomIsAlwaysMarkedIfConfigured() {
        restart(Protocols.alepha().roomMarker(RoomMarker.ALWAYS));
        TestClient ann = connect("?roomIds=red,blue&user=ann");
        TestClient bob = connect("?roomIds=red&user=bob");
        server.alephaChat.room("red").append("x", "y");
        ann.expect(markedAppend("x", "y", "red"));
        bob.expect(markedAppend("x", "y", "red"));
    }

    @Test
    void theRoomIsNeverMarkedIfConfigured() {
        restart(Protocols.alepha().roomMarker(RoomMarker.NEVER));
        TestClient ann = connect("?roomIds=red,blue&user=ann");
        server.alephaChat.room("red").append("x", "y");
        ann.expect(append("x", "y"));
    }

    @Test
    void framesForUsersConnectionsAndEveryoneHaveNoRoom() {
        restart(Protocols.alepha().roomMarker(RoomMarker.ALWAYS));
        TestClient ann = connect("?roomIds=red,blue&user=ann");
        String id = server.alephaChat.connections().get(0).id();
        server.alephaChat.user("ann").append("1", "y");
        server.alephaChat.connection(id).append("2", "y");
        server.alephaChat.everyone().notice("all");
        ann.expect(append("1", "y")).expect(append("2", "y")).expect("{'type':'system','message':'all'}");
    }

    @Test
    void aConnectionInSeveralTargetedRoomsReceivesOneFrame() {
        TestClient ann = connect("?roomIds=red,blue&user=ann");
        Delivery delivery = server.alephaChat
                .rooms(List.of(new AlephaChat.Room("blue"), new AlephaChat.Room("red")))
                .append("x", "y");
        assertThat(delivery).isEqualTo(Delivery.of(1, 1, 0));
        ann.expect(markedAppend("x", "y", "blue"));
        server.fenceInAlephaChat(ann);
    }

    @Test
    void roomMessagesReachAllMembersExceptExcludedUsers() {
        TestClient ann = connect("?roomIds=red&user=ann");
        TestClient bob = connect("?roomIds=red&user=bob");
        TestClient cat = connect("?roomIds=red&user=cat");
        ann.send("{'content':'all of you'}");
        for (TestClient client : List.of(ann, bob, cat)) {
            client.expect(append("all of you", "ann"));
        }
        server.alephaChat.room("red").exceptUsers("bob").append("x", "y");
        ann.expect(append("x", "y"));
        cat.expect(append("x", "y"));
        server.fenceInAlephaChat(bob);
    }

    @Test
    void emitsReachAllTargetsExceptExcludedRecipients() {
        TestClient ann = connect("?roomIds=red&user=ann");
        TestClient bob = connect("?roomIds=blue&user=bob");
        TestClient cat = connect("?roomIds=green&user=cat");
        String catId = server.alephaChat.connections().stream()
                .filter(connection -> connection.user().orElse("").equals("cat"))
                .map(ConnectionInfo::id)
                .findFirst()
                .orElseThrow();
        server.alephaChat.users(List.of("ann", "bob")).append("1", "y");
        ann.expect(append("1", "y"));
        bob.expect(append("1", "y"));
        server.alephaChat
                .connections(List.of(catId))
                .and(server.alephaChat.room("red"))
                .exceptUsers("ann")
                .append("2", "y");
        cat.expect(append("2", "y"));
        server.alephaChat.everyone().except(catId).append("3", "y");
        ann.expect(append("3", "y"));
        bob.expect(append("3", "y"));
        server.fenceInAlephaChat(cat);
    }

    @Test
    void framesOfOneConnectionStayInOrderAndArriveOnce() {
        TestClient ann = connect("?roomIds=red&user=ann");
        TestClient bob = connect("?roomIds=red&user=bob");
        for (int i = 0; i < 100; i++) {
            ann.send(envelope("red", "number " + i));
        }
        for (int i = 0; i < 100; i++) {
            bob.expect(append("number " + i, "ann"));
        }
        server.fenceInAlephaChat(ann);
        server.fenceInAlephaChat(bob);
    }

    @Test
    void unicodeTextIsPreserved() {
        TestClient ann = connect("?roomIds=red&user=ann");
        TestClient bob = connect("?roomIds=red&user=bob");
        ann.send(envelope("red", "Grüße, 世界 🌍"));
        bob.expect(append("Grüße, 世界 🌍", "ann"));
    }

    @Test
    void theLongestMessageFitsIntoAnEnvelope() {
        TestClient ann = connect("?roomIds=red&user=ann");
        TestClient bob = connect("?roomIds=red&user=bob");
        String longest = "x".repeat(20_000);
        ann.send(envelope("red", longest));
        bob.expect(append(longest, "ann"));
        ann.send(envelope("red", longest + "x"));
        assertThat(ann.next()).startsWith("{\"error\":\"/content ");
    }

    @Test
    void refusalsAndFailuresAreReportedToTheSenderOnly() {
        TestClient ann = connect("?roomIds=red&user=ann");
        TestClient bob = connect("?roomIds=red&user=bob");
        ann.send("{'content':'no'}").expect("{'error':'Not now.'}");
        ann.send("{'content':' '}").expect("{'error':'/content must not be blank'}");
        ann.send(envelope("red", "")).expect("{'error':'/content must not be blank'}");
        ann.send("{'roomId':'red','message':'hi'}");
        assertThat(ann.nextJson().fieldNames()).toIterable().containsExactly("error");
        ann.send("{'roomId':'red','content':'hi'}").expect("{'error':'/message is required'}");
        ann.send("{}").expect("{'error':'/content is required'}");
        assertThat(ann.send("{'content':'trip'}").next())
                .startsWith("{\"error\":\"Something went wrong on the server, reference ")
                .doesNotContain("secret");
        server.fenceInAlephaChat(ann);
        server.fenceInAlephaChat(bob);
    }

    @Test
    void textThatIsNotJsonIsIgnoredButUnexpectedJsonIsRejected() {
        TestClient ann = connect("?roomIds=red&user=ann");
        ann.send("hello").send("{'content':'cut").send("").send("{'content':'hi'} more");
        server.fenceInAlephaChat(ann);
        ann.send("{'content':" + "[".repeat(50) + "1" + "]".repeat(50) + "}");
        assertThat(ann.nextJson().path("error").asText()).contains("32");
        ann.send("['content']");
        assertThat(ann.nextJson().fieldNames()).toIterable().containsExactly("error");
        server.fenceInAlephaChat(ann);
    }

    @Test
    void controlFramesOfOtherProtocolsAreRejected() {
        TestClient ann = connect("?roomIds=red&user=ann");
        ann.send("{'type':'$join','room':'blue'}");
        assertThat(ann.nextJson().fieldNames()).toIterable().containsExactly("error");
        assertThat(roomsOf("ann")).containsExactly("red");
    }

    @Test
    void aClientMayHaveOverlappingConnections() {
        TestClient before = connect("?roomIds=red&user=ann");
        TestClient after = connect("?roomIds=red,blue&user=ann"); // the new socket opens before the old one closes
        server.alephaChat.room("red").append("x", "y");
        before.expect(append("x", "y"));
        after.expect(markedAppend("x", "y", "red"));
        before.disconnect();
        before.closeCode();
        Await.until(() -> server.alephaChat.connections().size() == 1);
        server.alephaChat.room("red").append("z", "y");
        after.expect(markedAppend("z", "y", "red"));
        server.fenceInAlephaChat(after);
    }

    @Test
    void connectionsPerUserAreLimited() {
        connect("?user=ann");
        connect("?user=ann");
        assertThat(server.client("/ws/alepha-chat?user=ann").closeCodeAndReason())
                .isEqualTo("1008 Max connections per user exceeded");
        connect("?user=bob");
        connect("");
        connect("");
        connect(""); // anonymous connections are unlimited
    }

    @Test
    void closedConnectionsDoNotCountTowardsTheLimit() {
        TestClient first = connect("?user=ann");
        connect("?user=ann");
        first.disconnect();
        first.closeCode();
        Await.until(() -> server.alephaChat.connections().size() == 1);
        connect("?user=ann");
    }

    @Test
    void aRefusedOpenIsTheStatusOfTheHandshakeWhereTheContainerAllowsIt() {
        String path = "/ws/alepha-chat?user=stranger";
        if (TestContainer.has(Quirk.CLOSES_REFUSED_OPEN)) {
            TestClient stranger = server.client(path);
            stranger.expect("{'error':'Who are you?'}");
            assertThat(stranger.closeCodeAndReason()).isEqualTo("4401 unauthenticated");
        } else {
            assertThat(TestClient.refusal(TestClient.HTTP.newWebSocketBuilder(), server.uri(path))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void anInvalidRoomIdClosesTheConnection() {
        TestClient client = server.client("/ws/alepha-chat?roomIds=red,NO");
        assertThat(client.closeCodeAndReason()).isEqualTo("1008 Invalid room id");
    }

    @Test
    void aRefusedOrFailedJoinClosesTheConnection() {
        TestClient refused = server.client("/ws/alepha-chat?roomIds=red,vip");
        refused.expect("{'error':'For members.'}");
        assertThat(refused.closeCodeAndReason()).isEqualTo("1011 Room join failed");
        TestClient failed = server.client("/ws/alepha-chat?roomIds=broken");
        assertThat(failed.next()).doesNotContain("secret");
        assertThat(failed.closeCodeAndReason()).isEqualTo("1011 Room join failed");
    }

    @Test
    void messageRateIsLimited() {
        server.close();
        server = Talking.with(
                Map.of("/ws", Protocols.alepha()),
                TestContainer.refusingHub()
                        .timeSource(() -> 1) // the rate limits never refill
                        .limits(Running.generous()
                                .maxMessagesPerSecond(5)
                                .maxMessageBurst(5)
                                .build()));
        TestClient ann = server.client("/ws/alepha-chat");
        for (int i = 0; i < 6; i++) {
            ann.send("no json, which is not answered and costs twice");
        }
        ann.expect("{'error':'Too many messages.'}");
        assertThat(ann.flood(13, "{'content':'hi'}").closeCode()).isEqualTo(1008);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''"})
    void anEmptyRoomIdMeansTheFirstRoom(String roomId) {
        TestClient ann = connect("?roomIds=red,blue&user=ann");
        TestClient bob = connect("?roomIds=red&user=bob");
        ann.send("{'roomId':" + roomId + ",'message':{'content':'hi'}}");
        bob.expect(append("hi", "ann"));
    }

    @Test
    void framesUpToOneMebibyteAreAccepted() {
        TestClient ann = connect("?roomIds=red&user=ann");
        String padding = "x".repeat(900_000);
        ann.send("{'content':'fence me','padding':'" + padding + "'}").expect(append("fence me", "fence"));
    }

    @Test
    void anOversizedFrameClosesTheConnection() {
        server.close();
        server = Talking.with(
                Map.of("/ws", Protocols.alepha()),
                TestContainer.hub()
                        .limits(Running.generous().maxMessageBytes(70_000).build()));
        TestClient ann = connect("?roomIds=red&user=ann");
        ann.send("{'content':'fence me','padding':'" + "x".repeat(69_000) + "'}")
                .expect(append("fence me", "fence"));
        ann.sendLast("{'content':'fence me','padding':'" + "x".repeat(71_000) + "'}")
                .expectCloseWithUnreadInput(1009);
    }

    @Test
    void aServerShutdownClosesConnectionsWith1001() {
        TestClient ann = connect("?roomIds=red&user=ann");
        server.stopServer();
        assertThat(ann.closeCodeAndReason()).isEqualTo("1001 shutdown");
    }

    @Test
    void handlersAreNotifiedOfJoinsLeavesAndCloses() {
        TestClient ann = connect("?roomIds=red,blue&user=ann");
        ann.disconnect();
        for (String call :
                List.of("ann joined red", "ann joined blue", "ann left red", "ann left blue", "ann closed")) {
            assertThat(Await.next(server.alephaChatService.calls)).isEqualTo(call);
        }
    }
}
