package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Joins and leaves, and which room a message belongs to. */
class LobbyRoomsTest {

    private final LobbyService service = new LobbyService();
    private final LobbyTestKit kit = LobbyTestKit.of(
            service, settings -> settings.limits(Running.generous().build()));

    @AfterEach
    void stop() {
        kit.close();
    }

    private FrameClient connect(String user) {
        return new FrameClient(kit.connect(who -> who.query("user", user).plain()));
    }

    /** Returns a client that has joined these rooms. */
    private FrameClient join(String user, String... rooms) {
        FrameClient client = connect(user);
        for (String room : rooms) {
            client.send("{'type':'$join','room':'" + room + "'}").expect("{'type':'$joined','room':'" + room + "'}");
        }
        return client;
    }

    private String nextCall() {
        return Await.next(service.calls);
    }

    private String onlyConnectionId() {
        return kit.emitter().connections().stream()
                .map(ConnectionInfo::id)
                .reduce((one, other) -> {
                    throw new AssertionError("more than one connection");
                })
                .orElseThrow();
    }

    @Test
    void roomsAreIsolated() {
        FrameClient a = join("a", "red");
        FrameClient b = join("b", "blue");
        a.send("{'type':'post','content':'one'}").expect("{'type':'posted','content':'one','$room':'red'}");
        b.send("{'type':'post','content':'two'}").expect("{'type':'posted','content':'two','$room':'blue'}");
    }

    @Test
    void duplicateJoinsAreIgnored() {
        FrameClient client = join("a", "red", "red");
        assertThat(kit.emitter().room("red").posted("x")).isEqualTo(Delivery.of(1, 1, 0));
        client.expect("{'type':'posted','content':'x','$room':'red'}");
        assertThat(service.calls).containsExactly("joined red");
    }

    @Test
    void leavingEndsTheMembershipAndRejoiningStartsANewOne() {
        FrameClient client = join("a", "red", "blue");
        client.send("{'type':'$leave','room':'red','$id':1}").expect("{'type':'$left','$re':1,'room':'red'}");
        assertThat(kit.emitter().room("red").posted("x")).isEqualTo(Delivery.NONE);
        assertThat(kit.emitter().rooms()).containsExactly("blue");
        client.send("{'type':'$leave','room':'red'}"); // again, which changes nothing
        client.send("{'type':'$leave','room':'red','$id':2}").expect("{'type':'$left','$re':2,'room':'red'}");
        client.send("{'type':'$join','room':'red'}").expect("{'type':'$joined','room':'red'}");
        assertThat(List.of(nextCall(), nextCall(), nextCall(), nextCall()))
                .containsExactly("joined red", "joined blue", "left red", "joined red");
    }

    @Test
    void messagesMustNameOneOfSeveralRooms() {
        FrameClient client = join("a", "red", "blue");
        client.send("{'type':'post','content':'x','$id':7}");
        assertThat(client.expectError("room-required").path("$re").asInt()).isEqualTo(7);
        client.send("{'type':'post','content':'x','$room':'blue'}")
                .expect("{'type':'posted','content':'x','$room':'blue'}");
        client.send("{'$room':'green','type':'post','content':'x'}").expectError("not-joined");
    }

    @Test
    void messagesOfNonMembersAreRejectedAndNotDelivered() {
        FrameClient other = join("b", "red");
        join("a").send("{'type':'post','content':'x'}").expectError("not-joined");
        join("c", "blue").send("{'type':'post','content':'x','$room':'red'}").expectError("not-joined");
        kit.emitter().room("red").nudged();
        other.expect("{'type':'nudged','$room':'red'}");
    }

    @Test
    void refusedJoinsKeepTheConnectionOpen() {
        FrameClient client = join("a");
        client.send("{'type':'$join','room':'vip','$id':'j'}");
        assertThat(client.expectError("forbidden").path("message").asText()).isEqualTo("For members.");
        for (String name : List.of("", " a", "a ", "\u00a0a", "a\u2003", "a\\tb", "a\u0085b", "x".repeat(129))) {
            client.send("{'type':'$join','room':'" + name + "'}").expectError("room-invalid");
        }
        client.send("{'type':'$join'}").expectError("invalid");
        client.send("{'type':'$join','room':5}").expectError("invalid");
        client.send("{'type':'$join','room':'red'}").expect("{'type':'$joined','room':'red'}");
    }

    @Test
    void quotesInNamesOfRoomsAreEscaped() {
        FrameClient client = join("a");
        client.sendRaw("{\"type\":\"$join\",\"room\":\"a\\\"b\\\\c\"}");
        assertThat(client.nextJson().path("room").asText()).isEqualTo("a\"b\\c");
        client.send("{'type':'post','content':'x'}");
        assertThat(client.nextJson().path("$room").asText()).isEqualTo("a\"b\\c");
    }

    @Test
    void theServerCanJoinAndRemoveConnections() {
        FrameClient client = join("a", "red");
        String id = onlyConnectionId();
        assertThat(kit.emitter().room("blue").join(id)).isTrue();
        assertThat(kit.emitter().room("blue").join(id)).isFalse();
        client.expect("{'type':'$joined','room':'blue'}");
        assertThat(kit.emitter().room("red").leave(id)).isTrue();
        assertThat(kit.emitter().room("red").leave(id)).isFalse();
        client.expect("{'type':'$left','room':'red'}");
        assertThat(kit.emitter().room("red").join("unknown")).isFalse();
        assertThat(List.of(nextCall(), nextCall(), nextCall()))
                .containsExactly("joined red", "joined blue", "left red");
    }

    @Test
    void messagesToSeveralRoomsArriveOnceAndNameTheFirstRoom() {
        FrameClient client = join("a", "red", "blue");
        assertThat(kit.emitter().rooms(List.of("blue", "red")).posted("x")).isEqualTo(Delivery.of(1, 1, 0));
        client.expect("{'type':'posted','content':'x','$room':'blue'}");
        kit.emitter().user("a").posted("y");
        client.expect("{'type':'posted','content':'y'}");
    }

    @Test
    void joinedIsCalledBeforeMessagesOfTheRoom() {
        FrameClient client = join("a", "red");
        // Both are queued when the first is handled, which makes the connection join.
        client.send("{'type':'post','content':'join blue'}");
        client.send("{'type':'post','content':'hello','$room':'blue'}");
        client.expect("{'type':'$joined','room':'blue'}")
                .expect("{'type':'posted','content':'join blue','$room':'red'}")
                .expect("{'type':'posted','content':'hello','$room':'blue'}");
        assertThat(List.of(nextCall(), nextCall(), nextCall()))
                .containsExactly("joined red", "joined blue", "posted blue");
    }

    @Test
    void closedStillSeesTheRooms() {
        join("last", "red", "blue").disconnect();
        assertThat(List.of(nextCall(), nextCall(), nextCall(), nextCall(), nextCall()))
                .containsExactly("joined red", "joined blue", "left red", "left blue", "closed [red, blue]");
    }

    @Test
    void roomsInTheQueryCountAsJoins() {
        try (LobbyTestKit strict =
                LobbyTestKit.of(service, settings -> settings.limits(limits -> limits.maxJoinsPerSecond(2)))) {
            FrameClient one = new FrameClient(strict.connect("a", who -> who.plain()));
            one.expect("{'type':'$joined','room':'a'}");
            one.send("{'type':'$join','room':'b'}").expect("{'type':'$joined','room':'b'}");
            FrameClient two = new FrameClient(
                    strict.connect("a", who -> who.query("room", "b").plain()));
            two.expect("{'type':'$joined','room':'b'}").expect("{'type':'$joined','room':'a'}");
            two.send("{'type':'$join','room':'c','$id':1}").expectError("rate");
        }
    }

    @Test
    void roomsInTheQueryCannotExceedMaxRoomsPerConnection() {
        FrameClient client = new FrameClient(kit.connect(who -> {
            IntStream.range(0, 300).forEach(i -> who.query("room", "r" + i));
            who.plain();
        }));
        for (int i = 0; i < 128; i++) {
            client.expect("{'type':'$joined','room':'r" + i + "'}");
        }
        client.expectError("overloaded"); // only for the first room over the limit
        client.send("{'type':'$join','room':'one-more','$id':7}");
        assertThat(client.expectError("overloaded").path("$re").asInt()).isEqualTo(7);
    }
}
