package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The recipients of every handler verb, emitter target and exclusion. */
@Tag("container")
class VerbsAndTargetsTest {

    private static final String NOTICE = "{'type':'notice','text':'hi'}";

    private final Running running = Running.start();
    private TestClient ann;
    private TestClient bob;
    private TestClient eve;

    @BeforeEach
    void joinTwoInTheLobbyAndOneInTheAttic() {
        ann = running.joinChat("lobby", "ann");
        bob = running.joinChat("lobby", "bob");
        eve = running.joinChat("attic", "eve");
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private String idOf(String user) {
        return running.chat.connections().stream()
                .filter(connection -> connection.user().orElse("").equals(user))
                .map(ConnectionInfo::id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void toRoomIncludesTheSender() {
        ann.send("{'type':'say','text':'hello'}");
        ann.expect("{'type':'said','user':'ann','text':'hello'}").expectNothing();
        bob.expect("{'type':'said','user':'ann','text':'hello'}").expectNothing();
        eve.expectNothing();
    }

    @Test
    void toOthersExcludesTheSender() {
        ann.send("{'type':'typing','on':true}").expectNothing();
        bob.expect("{'type':'typing-now','user':'ann','on':true}").expectNothing();
        eve.expectNothing();
    }

    @Test
    void replyReachesOnlyTheSender() {
        ann.send("{'type':'echo','text':'only me'}")
                .expect("{'type':'echoed','text':'only me'}")
                .expectNothing();
        bob.expectNothing();
    }

    @Test
    void roomTargetReachesItsMembers() {
        assertThat(running.chat.room("lobby").announcement("hi")).isEqualTo(Delivery.of(2, 2, 0));
        assertThat(running.chat.room(new Chat.Room("attic")).emit(new Chat.Announcement("up")))
                .isEqualTo(Delivery.of(1, 1, 0));
        ann.expect(NOTICE).expectNothing();
        bob.expect(NOTICE).expectNothing();
        eve.expect("{'type':'notice','text':'up'}").expectNothing();
    }

    @Test
    void roomsTargetReachesTheMembersOfAllRooms() {
        assertThat(running.chat
                        .rooms(List.of(new Chat.Room("lobby"), new Chat.Room("attic"), new Chat.Room("nobody")))
                        .announcement("hi"))
                .isEqualTo(Delivery.of(3, 3, 0));
        List.of(ann, bob, eve).forEach(client -> client.expect(NOTICE).expectNothing());
    }

    @Test
    void userTargetReachesAllConnectionsOfTheUser() {
        TestClient annAgain = running.joinChat("attic", "ann");
        assertThat(running.chat.user("ann").announcement("hi")).isEqualTo(Delivery.of(2, 2, 0));
        assertThat(running.chat.users(List.of("bob", "nobody")).announcement("hi"))
                .isEqualTo(Delivery.of(1, 1, 0));
        List.of(ann, annAgain, bob).forEach(client -> client.expect(NOTICE).expectNothing());
        eve.expectNothing();
    }

    @Test
    void connectionTargetReachesConnectionsById() {
        assertThat(running.chat.connection(idOf("bob")).announcement("hi")).isEqualTo(Delivery.of(1, 1, 0));
        assertThat(running.chat.connections(List.of(idOf("eve"), "unknown")).announcement("hi"))
                .isEqualTo(Delivery.of(1, 1, 0));
        ann.expectNothing();
        bob.expect(NOTICE).expectNothing();
        eve.expect(NOTICE).expectNothing();
    }

    @Test
    void everyoneTargetReachesTheWholeChannel() {
        assertThat(running.chat.everyone().announcement("hi")).isEqualTo(Delivery.of(3, 3, 0));
        List.of(ann, bob, eve).forEach(client -> client.expect(NOTICE).expectNothing());
    }

    @Test
    void excludedConnectionsAndUsersReceiveNothing() {
        assertThat(running.chat.everyone().except(idOf("ann")).announcement("hi"))
                .isEqualTo(Delivery.of(2, 2, 0));
        assertThat(running.chat.room("lobby").exceptUsers("bob", "eve").announcement("hi"))
                .isEqualTo(Delivery.of(1, 1, 0));
        List.of(ann, bob, eve).forEach(client -> client.expect(NOTICE).expectNothing());
    }

    @Test
    void unionsReachEachConnectionOnce() {
        Delivery delivery = running.chat
                .room("lobby")
                .and(running.chat.user("ann"))
                .and(running.chat.connection(idOf("ann")))
                .and(running.chat.user("eve"))
                .and(running.chat.everyone().except(idOf("bob")))
                .announcement("hi");
        assertThat(delivery).isEqualTo(Delivery.of(2, 2, 0));
        ann.expect(NOTICE).expectNothing();
        bob.expectNothing();
        eve.expect(NOTICE).expectNothing();
    }

    @Test
    void emptyTargetsHaveNoRecipients() {
        assertThat(running.chat.rooms(List.of()).announcement("hi")).isEqualTo(Delivery.NONE);
        assertThat(running.chat.users(List.of()).announcement("hi")).isEqualTo(Delivery.NONE);
        assertThat(running.chat.connections(List.of()).announcement("hi")).isEqualTo(Delivery.NONE);
        assertThat(running.chat.connection("unknown").announcement("hi")).isEqualTo(Delivery.NONE);
        ann.expectNothing();
    }

    @Test
    void invalidRoomKeysAreRejected() {
        assertThatThrownBy(() -> running.chat.room("x".repeat(41)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/room must have between 1 and 40 characters");
        assertThatThrownBy(() -> running.chat.room(" x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Each component of a room name must be 1 to 128 characters, without control characters and"
                        + " without white space at either end, and other than . and ...");
        assertThatThrownBy(() -> running.chat.room("..")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> running.game.room(Game.Kind.GO, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void queriesReturnTheCurrentState() {
        assertThat(running.chat.room("lobby").size()).isEqualTo(2);
        assertThat(running.chat.room("lobby").members())
                .extracting(info -> info.user().orElseThrow())
                .containsExactlyInAnyOrder("ann", "bob");
        assertThat(running.chat.rooms()).containsExactlyInAnyOrder(new Chat.Room("lobby"), new Chat.Room("attic"));
        assertThat(running.chat.connections()).hasSize(3);
        ConnectionInfo info = running.chat.connection(idOf("eve")).info().orElseThrow();
        assertThat(info.channel()).isEqualTo("dev.strait.tests.Chat");
        assertThat(info.path()).isEqualTo("/ws/chat/attic");
        assertThat(info.rooms()).containsExactly("attic");
        assertThat(running.chat.room("empty").members()).isEmpty();
        assertThat(running.chat.connection("unknown").info()).isEmpty();
    }

    @Test
    void emittersCanCloseConnections() {
        assertThat(running.chat.connection(idOf("eve")).close(new CloseReason(4000, "enough")))
                .isTrue();
        assertThat(eve.closeCode()).isEqualTo(4000);
        assertThat(running.chat.connection("unknown").close(CloseReason.NORMAL)).isFalse();
        assertThat(running.chat.room("attic").size()).isZero();
        assertThat(running.chat.rooms()).containsExactly(new Chat.Room("lobby"));
    }

    @Test
    void channelsAreIsolated() {
        TestClient player = running.client("/ws/game/CHESS/7");
        TestClient poster = running.joinLobby("ann", "lobby");
        assertThat(running.chat.everyone().announcement("hi").matched()).isEqualTo(3);
        assertThat(running.lobby.room("lobby").posted("news").matched()).isEqualTo(1);
        poster.expect("{'type':'posted','content':'news','$room':'lobby'}");
        player.send("{'type':'$ping'}").expect("{'type':'$pong'}");
    }
}
