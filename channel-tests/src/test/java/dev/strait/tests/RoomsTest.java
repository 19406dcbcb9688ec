package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Joins and leaves through the path, the client and the server. */
@Tag("container")
class RoomsTest {

    private Running running = Running.start();

    @AfterEach
    void stop() {
        running.close();
    }

    private String nextCall() {
        return Await.next(running.lobbyService.calls);
    }

    private String onlyConnectionId() {
        return running.lobby.connections().stream()
                .map(ConnectionInfo::id)
                .reduce((one, other) -> {
                    throw new AssertionError("more than one connection");
                })
                .orElseThrow();
    }

    @Test
    void roomsAreIsolated() {
        TestClient a = running.joinLobby("a", "red");
        TestClient b = running.joinLobby("b", "blue");
        a.send("{'type':'post','content':'one'}").expect("{'type':'posted','content':'one','$room':'red'}");
        b.send("{'type':'post','content':'two'}").expect("{'type':'posted','content':'two','$room':'blue'}");
    }

    @Test
    void roomsInTheQueryAreJoinedOnConnect() {
        TestClient client = running.client("/ws/lobby?room=red&room=blue")
                .expect("{'type':'$joined','room':'red'}")
                .expect("{'type':'$joined','room':'blue'}");
        running.lobby.room("blue").nudged();
        client.expect("{'type':'nudged','$room':'blue'}");
    }

    @Test
    void duplicateJoinsAreIgnored() {
        TestClient client = running.joinLobby("a", "red", "red");
        assertThat(running.lobby.room("red").posted("x")).isEqualTo(Delivery.of(1, 1, 0));
        client.expect("{'type':'posted','content':'x','$room':'red'}");
        assertThat(running.lobbyService.calls).containsExactly("joined red");
    }

    @Test
    void leavingEndsTheMembershipAndRejoiningStartsANewOne() {
        TestClient client = running.joinLobby("a", "red", "blue");
        client.send("{'type':'$leave','room':'red','$id':1}").expect("{'type':'$left','$re':1,'room':'red'}");
        assertThat(running.lobby.room("red").posted("x")).isEqualTo(Delivery.NONE);
        assertThat(running.lobby.rooms()).containsExactly("blue");
        client.send("{'type':'$leave','room':'red'}"); // again, which changes nothing
        client.send("{'type':'$leave','room':'red','$id':2}").expect("{'type':'$left','$re':2,'room':'red'}");
        client.send("{'type':'$join','room':'red'}").expect("{'type':'$joined','room':'red'}");
        assertThat(List.of(nextCall(), nextCall(), nextCall(), nextCall()))
                .containsExactly("joined red", "joined blue", "left red", "joined red");
    }

    @Test
    void messagesMustNameOneOfSeveralRooms() {
        TestClient client = running.joinLobby("a", "red", "blue");
        client.send("{'type':'post','content':'x','$id':7}");
        assertThat(client.expectError("room-required").path("$re").asInt()).isEqualTo(7);
        client.send("{'type':'post','content':'x','$room':'blue'}")
                .expect("{'type':'posted','content':'x','$room':'blue'}");
        client.send("{'$room':'green','type':'post','content':'x'}").expectError("not-joined");
    }

    @Test
    void messagesOfNonMembersAreRejectedAndNotDelivered() {
        TestClient other = running.joinLobby("b", "red");
        running.joinLobby("a").send("{'type':'post','content':'x'}").expectError("not-joined");
        running.joinLobby("c", "blue")
                .send("{'type':'post','content':'x','$room':'red'}")
                .expectError("not-joined");
        running.lobby.room("red").nudged();
        other.expect("{'type':'nudged','$room':'red'}");
    }

    @Test
    void refusedJoinsKeepTheConnectionOpen() {
        TestClient client = running.joinLobby("a");
        client.send("{'type':'$join','room':'vip','$id':'j'}");
        assertThat(client.expectError("forbidden").path("message").asText()).isEqualTo("For members.");
        for (String name : List.of("", " a", "a ", "\u00a0a", "a\u2003", "a\\tb", "a\u0085b", "x".repeat(129))) {
            client.send("{'type':'$join','room':'" + name + "'}").expectError("room-invalid");
        }
        client.send("{'type':'$join'}").expectError("invalid");
        client.send("{'type':'$join','room':5}").expectError("invalid");
        client.send("{'type':'$join','room':'red'}").expect("{'type':'$joined','room':'red'}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "../x",
                ".",
                "..",
                "a/b",
                ".hidden",
                "50%",
                "%2F",
                "-1",
                "@ann",
                "#general",
                "caf\u00e9",
                "\u0438\u0433\u0440\u0430",
                "\ud83d\ude00"
            })
    void roomsMayHaveAnyVisibleName(String name) {
        TestClient client = running.joinLobby("a");
        client.send("{'type':'$join','room':'" + name + "'}").expect("{'type':'$joined','room':'" + name + "'}");
        client.send("{'type':'post','content':'x'}").expect("{'type':'posted','content':'x','$room':'" + name + "'}");
        assertThat(running.lobby.rooms()).containsExactly(name);
    }

    @Test
    void quotesInNamesOfRoomsAreEscaped() {
        TestClient client = running.joinLobby("a");
        client.sendRaw("{\"type\":\"$join\",\"room\":\"a\\\"b\\\\c\"}");
        assertThat(client.nextJson().path("room").asText()).isEqualTo("a\"b\\c");
        client.send("{'type':'post','content':'x'}");
        assertThat(client.nextJson().path("$room").asText()).isEqualTo("a\"b\\c");
    }

    @Test
    void theServerCanJoinAndRemoveConnections() {
        TestClient client = running.joinLobby("a", "red");
        String id = onlyConnectionId();
        assertThat(running.lobby.room("blue").join(id)).isTrue();
        assertThat(running.lobby.room("blue").join(id)).isFalse();
        client.expect("{'type':'$joined','room':'blue'}");
        assertThat(running.lobby.room("red").leave(id)).isTrue();
        assertThat(running.lobby.room("red").leave(id)).isFalse();
        client.expect("{'type':'$left','room':'red'}");
        assertThat(running.lobby.room("red").join("unknown")).isFalse();
        assertThat(List.of(nextCall(), nextCall(), nextCall()))
                .containsExactly("joined red", "joined blue", "left red");
    }

    @Test
    void messagesToSeveralRoomsArriveOnceAndNameTheFirstRoom() {
        TestClient client = running.joinLobby("a", "red", "blue");
        assertThat(running.lobby.rooms(List.of("blue", "red")).posted("x")).isEqualTo(Delivery.of(1, 1, 0));
        client.expect("{'type':'posted','content':'x','$room':'blue'}");
        running.lobby.user("a").posted("y");
        client.expect("{'type':'posted','content':'y'}");
    }

    @Test
    void disconnectedClientsLeaveTheirRooms() {
        running.joinLobby("a", "red").disconnect();
        running.joinLobby("b", "blue").abort();
        assertThat(List.of(nextCall(), nextCall(), nextCall(), nextCall(), nextCall(), nextCall()))
                .containsExactlyInAnyOrder("joined red", "joined blue", "left red", "left blue", "closed", "closed");
        assertThat(running.lobby.rooms()).isEmpty();
        assertThat(running.lobby.connections()).isEmpty();
    }

    @Test
    void pathsMayContainRoomKeysWithSeveralComponents() {
        running.client("/ws/game/CHESS/7").send("{'type':'$ping','$id':1}").expect("{'type':'$pong','$re':1}");
        Await.until(() -> running.game.room(Game.Kind.CHESS, 7).size() == 1);
        TestClient client = running.client("/ws/game/GO/12");
        client.send("{'type':'$join','room':'GO/12'}").expectError("room-invalid");
        Await.until(() -> running.game.room(Game.Kind.GO, 12).size() == 1); // frame errors do not wait for the join
        assertThat(running.game.room(Game.Kind.GO, 12).moved("a1")).isEqualTo(Delivery.of(1, 1, 0));
        client.expect("{'type':'moved','move':'a1'}");
        assertThat(running.game.rooms()).contains(new Game.Room(Game.Kind.CHESS, 7), new Game.Room(Game.Kind.GO, 12));
    }

    @Test
    void pathsWithInvalidRoomKeysAreRefused() {
        for (String path : List.of("/ws/game/POKER/7", "/ws/game/GO/0", "/ws/game/GO/seven", "/ws/game/GO/007")) {
            TestClient client = running.client(path);
            client.expectError("room-invalid");
            assertThat(client.closeCode()).isEqualTo(1008);
        }
        assertThat(running.game.connections()).isEmpty();
    }

    @Test
    void joinedIsCalledBeforeMessagesOfTheRoom() {
        TestClient client = running.joinLobby("a", "red");
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
        running.joinLobby("last", "red", "blue").disconnect();
        assertThat(List.of(nextCall(), nextCall(), nextCall(), nextCall(), nextCall()))
                .containsExactly("joined red", "joined blue", "left red", "left blue", "closed [red, blue]");
    }

    @Test
    void roomsInTheQueryCountAsJoins() {
        running.close();
        running = Running.with(TestContainer.hub()
                .timeSource(() -> 1) // stopped, so that the rate limits do not recover
                .limits(Running.generous().maxJoinsPerSecond(2).build()));
        TestClient one = running.client("/ws/lobby?room=a").expect("{'type':'$joined','room':'a'}");
        one.send("{'type':'$join','room':'b'}").expect("{'type':'$joined','room':'b'}");
        TestClient two = running.client("/ws/lobby?room=a&room=b")
                .expect("{'type':'$joined','room':'a'}")
                .expect("{'type':'$joined','room':'b'}");
        two.send("{'type':'$join','room':'c','$id':1}").expectError("rate");
    }

    @Test
    void roomsInTheQueryCannotExceedMaxRoomsPerConnection() {
        String query = IntStream.range(0, 300).mapToObj(i -> "room=r" + i).collect(Collectors.joining("&"));
        TestClient client = running.client("/ws/lobby?" + query);
        for (int i = 0; i < 128; i++) {
            client.expect("{'type':'$joined','room':'r" + i + "'}");
        }
        client.expectError("overloaded"); // only for the first room over the limit
        client.send("{'type':'$join','room':'one-more','$id':7}");
        assertThat(client.expectError("overloaded").path("$re").asInt()).isEqualTo(7);
    }

    @Test
    void joinsRacingWithClosesLeaveNoStaleMembers() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        ExecutorService aborting = Executors.newSingleThreadExecutor();
        try {
            for (int round = 0; round < 20; round++) {
                List<TestClient> clients = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    clients.add(running.joinLobby("racer"));
                }
                Await.until(() -> running.lobby.connections().size() >= 10);
                List<Future<?>> work = new ArrayList<>();
                clients.forEach(client -> work.add(aborting.submit(client::abort)));
                for (ConnectionInfo connection : running.lobby.connections()) {
                    work.add(threads.submit(() -> {
                        for (int i = 0; i < 20; i++) {
                            running.lobby.room("r" + i % 5).join(connection.id());
                            running.lobby.room("r" + (i + 2) % 5).leave(connection.id());
                        }
                    }));
                }
                for (Future<?> each : work) {
                    each.get();
                }
            }
            Await.until(() -> running.lobby.connections().isEmpty());
            assertThat(running.lobby.rooms()).isEmpty();
        } finally {
            threads.shutdownNow();
            aborting.shutdownNow();
        }
    }
}
