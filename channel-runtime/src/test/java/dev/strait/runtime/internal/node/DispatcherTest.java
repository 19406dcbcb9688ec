package dev.strait.runtime.internal.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Limits;
import dev.strait.runtime.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How frames of a client are handled: their room, order and answer. */
class DispatcherTest {

    private final LineHandler handler = new LineHandler();
    private final TestNode node = new TestNode(handler);

    @AfterEach
    void close() {
        node.close();
    }

    private void receive(TestSession session, String frame) {
        session.receive(frame);
        node.runAll();
    }

    @Test
    void aMessageIsHandledInTheOnlyRoomOfItsConnection() {
        TestSession ann = node.connect("user=ann&room=red");
        receive(ann, "{'type':'say','line':'hi'}");
        assertThat(handler.calls).containsExactly("open ann", "join red", "joined red", "say hi in red");
        assertThat(ann.frames).containsExactly("{'type':'$joined','room':'red'}");
    }

    @Test
    void messagesMustNameARoomIfTheConnectionIsInSeveral() {
        TestSession ann = node.connect("user=ann&room=red&room=blue");
        ann.frames.clear();
        receive(ann, "{'type':'say','line':'hi','$id':7}");
        receive(ann, "{'type':'say','line':'ho','$room':'blue'}");
        assertThat(ann.frames)
                .containsExactly("{'type':'$error','$re':7,'code':'room-required',"
                        + "'message':'Set $room: this connection is in several rooms.'}");
        assertThat(handler.calls).endsWith("say ho in blue");
    }

    @Test
    void messagesAreRejectedIfTheConnectionIsNotInTheRoom() {
        TestSession ann = node.connect("user=ann");
        receive(ann, "{'type':'say','line':'hi','$id':1}");
        receive(ann, "{'type':'say','line':'hi','$id':2,'$room':'red'}");
        assertThat(ann.frames)
                .containsExactly(
                        "{'type':'$error','$re':1,'code':'not-joined','message':'Join a room first.'}",
                        "{'type':'$error','$re':2,'code':'not-joined',"
                                + "'message':'This connection is not in that room.'}");
        assertThat(handler.calls).containsExactly("open ann");
    }

    @Test
    void aRefusalIsAnsweredAndTheConnectionStaysOpen() {
        handler.onSay = (line, from) -> {
            throw Refusal.conflict("Not now.");
        };
        TestSession ann = node.connect("user=ann&room=red");
        receive(ann, "{'type':'say','line':'hi','$id':1}");
        assertThat(ann.frames).endsWith("{'type':'$error','$re':1,'code':'conflict','message':'Not now.'}");
        assertThat(ann.closed).isNull();
    }

    @Test
    void messagesAreRejectedIfTheHandlerQueueIsFull() {
        try (TestNode small = new TestNode(
                new LineHandler(),
                new InProcessBackplane(),
                Limits.builder().maxHandlerQueueMessages(2).build())) {
            TestSession ann = small.connect("user=ann&room=red");
            ann.frames.clear();
            for (int i = 0; i < 3; i++) {
                ann.receive("{'type':'say','line':'hi','$id':" + i + "}");
            }
            assertThat(ann.frames)
                    .containsExactly("{'type':'$error','$re':2,'code':'overloaded',"
                            + "'message':'The server's queue for this connection is full.'}");
        }
    }

    @Test
    void messagesSentBeforeADisconnectAreHandledBeforeTheLeave() {
        TestSession ann = node.connect("user=ann&room=red");
        ann.receive("{'type':'say','line':'bye'}");
        node.endpoint.onClose(
                ann.session(),
                new jakarta.websocket.CloseReason(jakarta.websocket.CloseReason.CloseCodes.GOING_AWAY, ""));
        node.runAll();
        assertThat(handler.calls).endsWith("say bye in red", "left red", "closed 1001");
        assertThat(node.node.registry().all().isEmpty()).isTrue();
    }

    @Test
    void queuedMessagesAreDiscardedIfTheServerCloses() {
        handler.onSay = (line, from) -> from.close(CloseReason.NORMAL);
        TestSession ann = node.connect("user=ann&room=red");
        ann.receive("{'type':'say','line':'first'}");
        ann.receive("{'type':'say','line':'second'}");
        node.runAll();
        assertThat(handler.calls).endsWith("say first in red", "left red", "closed 1000");
        assertThat(ann.closeReason()).isEqualTo(CloseReason.NORMAL);
    }
}
