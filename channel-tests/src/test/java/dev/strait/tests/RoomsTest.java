package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rooms in paths and names of rooms on a socket, and clients that disconnect. {@link LobbyRoomsTest} has the rest. */
@Tag("container")
class RoomsTest {

    private final Running running = Running.start();

    @AfterEach
    void stop() {
        running.close();
    }

    private String nextCall() {
        return Await.next(running.lobbyService.calls);
    }

    @Test
    void roomsInTheQueryAreJoinedOnConnect() {
        TestClient client = running.client("/ws/lobby?room=red&room=blue")
                .expect("{'type':'$joined','room':'red'}")
                .expect("{'type':'$joined','room':'blue'}");
        running.lobby.room("blue").nudged();
        client.expect("{'type':'nudged','$room':'blue'}");
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

    @Test
    void channelsAreIsolated() {
        running.joinChat("lobby", "ann");
        TestClient player = running.client("/ws/game/CHESS/7");
        TestClient poster = running.joinLobby("ann", "lobby");
        assertThat(running.chat.everyone().announcement("hi").matched()).isEqualTo(1);
        assertThat(running.lobby.room("lobby").posted("news").matched()).isEqualTo(1);
        poster.expect("{'type':'posted','content':'news','$room':'lobby'}");
        player.send("{'type':'$ping'}").expect("{'type':'$pong'}");
    }
}
