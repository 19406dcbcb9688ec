package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.AlephaProtocol.RoomMarker;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.Protocols;
import dev.strait.runtime.WireProtocol;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The protocol behind Alepha's {@code useRoom}, as a browser that was written for it sees it. */
@Tag("container")
class AlephaTest {

    private Talking server = Talking.by(Protocols.alepha());

    @AfterEach
    void stop() {
        server.close();
    }

    private void restart(WireProtocol protocol) {
        server.close();
        server = Talking.by(protocol);
    }

    /** A client that has been admitted and is in the rooms that its URL names. */
    private TestClient in(String query) {
        return server.fenceInAlephaChat(server.client("/ws/alepha-chat" + query));
    }

    private static String append(String content, String user) {
        return "{'type':'append','content':'" + content + "','username':'" + user + "'}";
    }

    private static String marked(String content, String user, String room) {
        return append(content, user).replace("}", ",'__alephaRoom':'" + room + "'}");
    }

    private static String inRoom(String room, String content) {
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
    void aHandshakeNamesItsRoomsWithCommas() {
        in("?roomIds=red,blue&user=ann");
        assertThat(roomsOf("ann")).containsExactly("red", "blue");
    }

    @Test
    void aHandshakeMayRepeatTheRoom() {
        in("?roomId=red&roomId=blue&roomId=red&user=ann");
        assertThat(roomsOf("ann")).containsExactly("red", "blue");
    }

    @Test
    void roomsOfTheUrlAreDecoded() {
        in("?roomIds=%72ed%2Cblue&user=ann");
        assertThat(roomsOf("ann")).containsExactly("red", "blue");
    }

    @Test
    void withoutAnyTheRoomIsTheDefaultOne() {
        in("?user=ann");
        in("?user=bob&roomIds=");
        assertThat(roomsOf("ann")).containsExactly("default");
        assertThat(roomsOf("bob")).containsExactly("default");
    }

    @Test
    void nothingIsSaidOnOpening() {
        TestClient ann = in("?roomIds=red,blue"); // the fence is the first that comes
        in("?roomIds=red");
        server.fenceInAlephaChat(ann);
    }

    @Test
    void anEnvelopeNamesTheRoomAndASenderIsExcluded() {
        TestClient ann = in("?roomIds=red,blue&user=ann");
        TestClient bob = in("?roomIds=red&user=bob");
        TestClient cat = in("?roomIds=blue&user=cat");
        ann.send(inRoom("blue", "hi"));
        cat.expect(append("hi", "ann"));
        for (TestClient client : List.of(ann, bob, cat)) {
            server.fenceInAlephaChat(client);
        }
    }

    @Test
    void aBareFrameIsForTheFirstRoom() {
        TestClient ann = in("?roomIds=red,blue&user=ann");
        TestClient bob = in("?roomIds=red&user=bob");
        TestClient cat = in("?roomIds=blue&user=cat");
        ann.send("{'content':'hi'}");
        bob.expect(append("hi", "ann"));
        server.fenceInAlephaChat(ann);
        server.fenceInAlephaChat(cat);
    }

    @Test
    void theOrderOfKeysIsFreeAndUnknownKeysOfTheEnvelopeAreIgnored() {
        TestClient ann = in("?roomIds=red,blue&user=ann");
        TestClient cat = in("?roomIds=blue&user=cat");
        ann.send("{'type':7,'$id':{},'x':[1],'message':{'content':'hi','y':{}},'roomId':'blue','$room':null}");
        cat.expect(append("hi", "ann"));
        ann.send("{'message':{'content':'to the first'}}");
        server.fenceInAlephaChat(ann);
        server.fenceInAlephaChat(cat);
    }

    @Test
    void aRoomThatIsNotJoinedIsRefused() {
        TestClient ann = in("?roomIds=red&user=ann");
        TestClient cat = in("?roomIds=blue&user=cat");
        ann.send(inRoom("blue", "hi")).expect("{'error':'This connection is not in that room.'}");
        server.fenceInAlephaChat(ann);
        server.fenceInAlephaChat(cat);
    }

    @Test
    void aRoomIsMarkedForThoseInSeveral() {
        TestClient ann = in("?roomIds=red,blue&user=ann");
        TestClient bob = in("?roomIds=red&user=bob");
        server.alephaChat.room("red").append("x", "y");
        ann.expect(marked("x", "y", "red"));
        bob.expect(append("x", "y"));
    }

    @Test
    void aRoomIsMarkedAlsoBeforeTheOthersAreJoinedAndAfterTheyAreLeft() {
        TestClient guest = server.client("/ws/alepha-chat?roomIds=red,blue&user=guest")
                .expect("{'type':'system','message':'Welcome to red','__alephaRoom':'red'}")
                .expect("{'type':'system','message':'Welcome to blue','__alephaRoom':'blue'}");
        server.alephaChat.room("blue").leave(server.alephaChat.connections().get(0).id());
        server.alephaChat.room("red").append("x", "y"); // the page still has a place for either
        guest.expect(marked("x", "y", "red"));
    }

    @Test
    void aRoomIsAlwaysMarkedIfTheDeploymentSaysSo() {
        restart(Protocols.alepha().roomMarker(RoomMarker.ALWAYS));
        TestClient ann = in("?roomIds=red,blue&user=ann");
        TestClient bob = in("?roomIds=red&user=bob");
        server.alephaChat.room("red").append("x", "y");
        ann.expect(marked("x", "y", "red"));
        bob.expect(marked("x", "y", "red"));
    }

    @Test
    void aRoomIsNeverMarkedIfTheDeploymentSaysSo() {
        restart(Protocols.alepha().roomMarker(RoomMarker.NEVER));
        TestClient ann = in("?roomIds=red,blue&user=ann");
        server.alephaChat.room("red").append("x", "y");
        ann.expect(append("x", "y"));
    }

    @Test
    void framesForUsersConnectionsAndEverybodyCarryNoRoom() {
        restart(Protocols.alepha().roomMarker(RoomMarker.ALWAYS));
        TestClient ann = in("?roomIds=red,blue&user=ann");
        String id = server.alephaChat.connections().get(0).id();
        server.alephaChat.user("ann").append("1", "y");
        server.alephaChat.connection(id).append("2", "y");
        server.alephaChat.everyone().notice("all");
        ann.expect(append("1", "y")).expect(append("2", "y")).expect("{'type':'system','message':'all'}");
    }

    @Test
    void aConnectionInSeveralTargetedRoomsGetsOneFrame() {
        TestClient ann = in("?roomIds=red,blue&user=ann");
        Delivery delivery = server.alephaChat
                .rooms(List.of(new AlephaChat.Room("blue"), new AlephaChat.Room("red")))
                .append("x", "y");
        assertThat(delivery).isEqualTo(Delivery.of(1, 1, 0));
        ann.expect(marked("x", "y", "blue"));
        server.fenceInAlephaChat(ann);
    }

    @Test
    void repliesReachWhomTheyAreMeantFor() {
        TestClient ann = in("?roomIds=red&user=ann");
        TestClient bob = in("?roomIds=red&user=bob");
        TestClient cat = in("?roomIds=red&user=cat");
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
    void emitsReachUsersConnectionsAndRoomsWithoutTheirExceptions() {
        TestClient ann = in("?roomIds=red&user=ann");
        TestClient bob = in("?roomIds=blue&user=bob");
        TestClient cat = in("?roomIds=green&user=cat");
        String cats = server.alephaChat.connections().stream()
                .filter(connection -> connection.user().orElse("").equals("cat"))
                .map(ConnectionInfo::id)
                .findFirst()
                .orElseThrow();
        server.alephaChat.users(List.of("ann", "bob")).append("1", "y");
        ann.expect(append("1", "y"));
        bob.expect(append("1", "y"));
        server.alephaChat
                .connections(List.of(cats))
                .and(server.alephaChat.room("red"))
                .exceptUsers("ann")
                .append("2", "y");
        cat.expect(append("2", "y"));
        server.alephaChat.everyone().except(cats).append("3", "y");
        ann.expect(append("3", "y"));
        bob.expect(append("3", "y"));
        server.fenceInAlephaChat(cat);
    }

    @Test
    void framesOfOneConnectionStayInOrderAndArriveOnce() {
        TestClient ann = in("?roomIds=red&user=ann");
        TestClient bob = in("?roomIds=red&user=bob");
        for (int i = 0; i < 100; i++) {
            ann.send(inRoom("red", "number " + i));
        }
        for (int i = 0; i < 100; i++) {
            bob.expect(append("number " + i, "ann"));
        }
        server.fenceInAlephaChat(ann);
        server.fenceInAlephaChat(bob);
    }

    @Test
    void textsKeepTheirCharacters() {
        TestClient ann = in("?roomIds=red&user=ann");
        TestClient bob = in("?roomIds=red&user=bob");
        ann.send(inRoom("red", "Grüße, 世界 🌍"));
        bob.expect(append("Grüße, 世界 🌍", "ann"));
    }

    @Test
    void anEnvelopeHasRoomForWhateverTheMessageMayHold() {
        TestClient ann = in("?roomIds=red&user=ann");
        TestClient bob = in("?roomIds=red&user=bob");
        String longest = "x".repeat(20_000);
        ann.send(inRoom("red", longest));
        bob.expect(append(longest, "ann"));
        ann.send(inRoom("red", longest + "x"));
        assertThat(ann.next()).startsWith("{\"error\":\"/content ");
    }

    @Test
    void refusalsAndFailuresAreErrorsToTheOffenderOnly() {
        TestClient ann = in("?roomIds=red&user=ann");
        TestClient bob = in("?roomIds=red&user=bob");
        ann.send("{'content':'no'}").expect("{'error':'Not now.'}");
        ann.send("{'content':' '}").expect("{'error':'/content must not be blank'}");
        ann.send(inRoom("red", "")).expect("{'error':'/content must not be blank'}");
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
    void textThatIsNotJsonIsIgnoredAndOtherJsonIsNot() {
        TestClient ann = in("?roomIds=red&user=ann");
        ann.send("hello").send("{'content':'cut").send("").send("{'content':'hi'} more");
        server.fenceInAlephaChat(ann);
        ann.send("{'content':" + "[".repeat(50) + "1" + "]".repeat(50) + "}");
        assertThat(ann.nextJson().path("error").asText()).contains("32");
        ann.send("['content']");
        assertThat(ann.nextJson().fieldNames()).toIterable().containsExactly("error");
        server.fenceInAlephaChat(ann);
    }

    @Test
    void controlFramesOfOtherProtocolsAreNone() {
        TestClient ann = in("?roomIds=red&user=ann");
        ann.send("{'type':'$join','room':'blue'}");
        assertThat(ann.nextJson().fieldNames()).toIterable().containsExactly("error");
        assertThat(roomsOf("ann")).containsExactly("red");
    }

    @Test
    void oneClientMayHoldOverlappingSockets() {
        TestClient before = in("?roomIds=red&user=ann");
        TestClient after = in("?roomIds=red,blue&user=ann"); // one more room: a new socket, before the old one goes
        server.alephaChat.room("red").append("x", "y");
        before.expect(append("x", "y"));
        after.expect(marked("x", "y", "red"));
        before.leave();
        before.closeCode();
        Await.until(() -> server.alephaChat.connections().size() == 1);
        server.alephaChat.room("red").append("z", "y");
        after.expect(marked("z", "y", "red"));
        server.fenceInAlephaChat(after);
    }

    @Test
    void aUserHasSoManyConnectionsAndNoMore() {
        in("?user=ann");
        in("?user=ann");
        assertThat(server.client("/ws/alepha-chat?user=ann").closing()).isEqualTo("1008 Max connections per user exceeded");
        in("?user=bob");
        in("");
        in("");
        in(""); // nobody in particular
    }

    @Test
    void aUserWhoseConnectionHasGoneMayComeAgain() {
        TestClient first = in("?user=ann");
        in("?user=ann");
        first.leave();
        first.closeCode();
        Await.until(() -> server.alephaChat.connections().size() == 1);
        in("?user=ann");
    }

    @Test
    void aRoomThatCannotBeClosesTheConnection() {
        TestClient client = server.client("/ws/alepha-chat?roomIds=red,NO");
        assertThat(client.closing()).isEqualTo("1008 Invalid room id");
    }

    @Test
    void aRoomThatMayNotBeJoinedClosesTheConnection() {
        TestClient refused = server.client("/ws/alepha-chat?roomIds=red,vip");
        refused.expect("{'error':'For members.'}");
        assertThat(refused.closing()).isEqualTo("1011 Room join failed");
        TestClient failed = server.client("/ws/alepha-chat?roomIds=broken");
        assertThat(failed.next()).doesNotContain("secret");
        assertThat(failed.closing()).isEqualTo("1011 Room join failed");
    }

    @Test
    void limitsHoldAsElsewhere() {
        server.close();
        server = Talking.with(
                Map.of("/ws", Protocols.alepha()),
                TestContainer.hub()
                        .timeSource(() -> 1) // so that nothing is refilled
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

    @Test
    void aFrameMayHaveOneMebibyte() {
        TestClient ann = in("?roomIds=red&user=ann");
        String padding = "x".repeat(900_000);
        ann.send("{'content':'fence me','padding':'" + padding + "'}").expect(append("fence me", "fence"));
    }

    @Test
    void aFrameBeyondTheLimitClosesItsConnection() {
        restart(Protocols.alepha().maxMessageBytes(70_000));
        TestClient ann = in("?roomIds=red&user=ann");
        ann.send("{'content':'fence me','padding':'" + "x".repeat(69_000) + "'}")
                .expect(append("fence me", "fence"));
        ann.sendLast("{'content':'fence me','padding':'" + "x".repeat(71_000) + "'}")
                .expectCloseBeforeAllIsRead(1009);
    }

    @Test
    void aServerThatStopsClosesWithItsOwnCode() {
        TestClient ann = in("?roomIds=red&user=ann");
        server.stopServing();
        assertThat(ann.closing()).isEqualTo("1001 shutdown");
    }

    @Test
    void handlersHearOfConnectionsAndRooms() {
        TestClient ann = in("?roomIds=red,blue&user=ann");
        ann.leave();
        for (String call :
                List.of("ann joined red", "ann joined blue", "ann left red", "ann left blue", "ann closed")) {
            assertThat(Await.next(server.alephaChatService.calls)).isEqualTo(call);
        }
    }
}
