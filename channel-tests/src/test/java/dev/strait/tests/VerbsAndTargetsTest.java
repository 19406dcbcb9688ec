package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The recipients of every handler verb, emitter target and exclusion. */
class VerbsAndTargetsTest {

    private static final String NOTICE = "{'type':'notice','text':'hi'}";

    private final ChatTestKit chat = ChatTestKit.of(new ChatService());
    private FrameClient ann;
    private FrameClient bob;
    private FrameClient eve;

    @BeforeEach
    void joinTwoInTheLobbyAndOneInTheAttic() {
        ann = join("lobby", "ann");
        bob = join("lobby", "bob");
        eve = join("attic", "eve");
    }

    @AfterEach
    void stop() {
        chat.close();
    }

    private FrameClient join(String room, String user) {
        return new FrameClient(chat.connect(room, who -> who.query("user", user).plain()));
    }

    private String idOf(String user) {
        return chat.emitter().connections().stream()
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
        assertThat(chat.emitter().room("lobby").announcement("hi")).isEqualTo(Delivery.of(2, 2, 0));
        assertThat(chat.emitter().room(new Chat.Room("attic")).emit(new Chat.Announcement("up")))
                .isEqualTo(Delivery.of(1, 1, 0));
        ann.expect(NOTICE).expectNothing();
        bob.expect(NOTICE).expectNothing();
        eve.expect("{'type':'notice','text':'up'}").expectNothing();
    }

    @Test
    void roomsTargetReachesTheMembersOfAllRooms() {
        assertThat(chat.emitter()
                        .rooms(List.of(new Chat.Room("lobby"), new Chat.Room("attic"), new Chat.Room("nobody")))
                        .announcement("hi"))
                .isEqualTo(Delivery.of(3, 3, 0));
        List.of(ann, bob, eve).forEach(client -> client.expect(NOTICE).expectNothing());
    }

    @Test
    void userTargetReachesAllConnectionsOfTheUser() {
        FrameClient annAgain = join("attic", "ann");
        assertThat(chat.emitter().user("ann").announcement("hi")).isEqualTo(Delivery.of(2, 2, 0));
        assertThat(chat.emitter().users(List.of("bob", "nobody")).announcement("hi"))
                .isEqualTo(Delivery.of(1, 1, 0));
        List.of(ann, annAgain, bob).forEach(client -> client.expect(NOTICE).expectNothing());
        eve.expectNothing();
    }

    @Test
    void connectionTargetReachesConnectionsById() {
        assertThat(chat.emitter().connection(idOf("bob")).announcement("hi")).isEqualTo(Delivery.of(1, 1, 0));
        assertThat(chat.emitter().connections(List.of(idOf("eve"), "unknown")).announcement("hi"))
                .isEqualTo(Delivery.of(1, 1, 0));
        ann.expectNothing();
        bob.expect(NOTICE).expectNothing();
        eve.expect(NOTICE).expectNothing();
    }

    @Test
    void everyoneTargetReachesTheWholeChannel() {
        assertThat(chat.emitter().everyone().announcement("hi")).isEqualTo(Delivery.of(3, 3, 0));
        List.of(ann, bob, eve).forEach(client -> client.expect(NOTICE).expectNothing());
    }

    @Test
    void excludedConnectionsAndUsersReceiveNothing() {
        assertThat(chat.emitter().everyone().except(idOf("ann")).announcement("hi"))
                .isEqualTo(Delivery.of(2, 2, 0));
        assertThat(chat.emitter().room("lobby").exceptUsers("bob", "eve").announcement("hi"))
                .isEqualTo(Delivery.of(1, 1, 0));
        List.of(ann, bob, eve).forEach(client -> client.expect(NOTICE).expectNothing());
    }

    @Test
    void unionsReachEachConnectionOnce() {
        Delivery delivery = chat.emitter()
                .room("lobby")
                .and(chat.emitter().user("ann"))
                .and(chat.emitter().connection(idOf("ann")))
                .and(chat.emitter().user("eve"))
                .and(chat.emitter().everyone().except(idOf("bob")))
                .announcement("hi");
        assertThat(delivery).isEqualTo(Delivery.of(2, 2, 0));
        ann.expect(NOTICE).expectNothing();
        bob.expectNothing();
        eve.expect(NOTICE).expectNothing();
    }

    @Test
    void emptyTargetsHaveNoRecipients() {
        assertThat(chat.emitter().rooms(List.of()).announcement("hi")).isEqualTo(Delivery.NONE);
        assertThat(chat.emitter().users(List.of()).announcement("hi")).isEqualTo(Delivery.NONE);
        assertThat(chat.emitter().connections(List.of()).announcement("hi")).isEqualTo(Delivery.NONE);
        assertThat(chat.emitter().connection("unknown").announcement("hi")).isEqualTo(Delivery.NONE);
        ann.expectNothing();
    }

    @Test
    void invalidRoomKeysAreRejected() {
        assertThatThrownBy(() -> chat.emitter().room("x".repeat(41)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/room must have between 1 and 40 characters");
        assertThatThrownBy(() -> chat.emitter().room(" x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Each component of a room name must be 1 to 128 characters, without control characters and"
                        + " without white space at either end, and other than . and ...");
        assertThatThrownBy(() -> chat.emitter().room("..")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GameEmitter.of(chat.hub()).room(Game.Kind.GO, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void queriesReturnTheCurrentState() {
        assertThat(chat.emitter().room("lobby").size()).isEqualTo(2);
        assertThat(chat.emitter().room("lobby").members())
                .extracting(info -> info.user().orElseThrow())
                .containsExactlyInAnyOrder("ann", "bob");
        assertThat(chat.emitter().rooms()).containsExactlyInAnyOrder(new Chat.Room("lobby"), new Chat.Room("attic"));
        assertThat(chat.emitter().connections()).hasSize(3);
        ConnectionInfo info = chat.emitter().connection(idOf("eve")).info().orElseThrow();
        assertThat(info.channel()).isEqualTo("dev.strait.tests.Chat");
        assertThat(info.path()).isEqualTo("/ws/chat/attic");
        assertThat(info.rooms()).containsExactly("attic");
        assertThat(chat.emitter().room("empty").members()).isEmpty();
        assertThat(chat.emitter().connection("unknown").info()).isEmpty();
    }

    @Test
    void emittersCanCloseConnections() {
        assertThat(chat.emitter().connection(idOf("eve")).close(new CloseReason(4000, "enough")))
                .isEqualTo(Delivery.of(1, 1, 0));
        assertThat(eve.closeCodeAndReason()).isEqualTo("4000 enough");
        assertThat(chat.emitter().connection("unknown").close(CloseReason.NORMAL))
                .isEqualTo(Delivery.NONE);
        assertThat(chat.emitter().room("attic").size()).isZero();
        assertThat(chat.emitter().rooms()).containsExactly(new Chat.Room("lobby"));
    }
}
