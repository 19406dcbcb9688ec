package dev.strait.runtime.internal.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.spi.ChannelGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The order of frames and handler calls, for joins and leaves by the client and by the server. */
class RoomJoinsTest {

    private final LineHandler handler = new LineHandler();
    private final TestNode node = new TestNode(handler);
    private final ChannelGateway<String, String> gateway = node.node.channel(LineHandler.CONTRACT);

    @AfterEach
    void close() {
        node.close();
    }

    private String connectionId() {
        return gateway.connections().get(0).id();
    }

    @Test
    void repeatedJoinsAndLeavesDoNotReachTheHandler() {
        TestSession ann = node.connect("user=ann");
        for (String type : new String[] {"$join", "$join", "$leave", "$leave"}) {
            ann.receive("{'type':'" + type + "','room':'red','$id':1}");
            node.runAll();
        }
        assertThat(ann.frames)
                .containsExactly(
                        "{'type':'$joined','$re':1,'room':'red'}",
                        "{'type':'$joined','$re':1,'room':'red'}",
                        "{'type':'$left','$re':1,'room':'red'}",
                        "{'type':'$left','$re':1,'room':'red'}");
        assertThat(handler.calls).containsExactly("open ann", "join red", "joined red", "left red");
    }

    @Test
    void aRefusedJoinDoesNotAddTheConnection() {
        TestSession ann = node.connect("user=ann&room=closed");
        assertThat(ann.frames).containsExactly("{'type':'$error','code':'forbidden','message':'Closed.'}");
        assertThat(gateway.size("closed")).isZero();
        assertThat(ann.closed).isNull();
    }

    @Test
    void aJoinByTheServerIsReportedBeforeTheNextMessage() {
        TestSession ann = node.connect("user=ann");
        ann.receive("{'type':'say','line':'hi'}");
        assertThat(gateway.join("red", connectionId())).isTrue();
        assertThat(gateway.join("red", connectionId())).isFalse();
        assertThat(ann.frames).containsExactly("{'type':'$joined','room':'red'}");
        node.runAll();
        assertThat(handler.calls).containsExactly("open ann", "joined red", "say hi in red");
    }

    @Test
    void joinsAndLeavesByClientAndServerAreReportedInOrder() {
        TestSession ann = node.connect("user=ann");
        handler.onSay = (line, from) -> {
            gateway.leave("red", from.id());
            gateway.join("blue", from.id());
        };
        ann.receive("{'type':'$join','room':'red'}");
        ann.receive("{'type':'say','line':'move'}");
        ann.receive("{'type':'$leave','room':'blue'}");
        node.runAll();
        assertThat(handler.calls)
                .containsExactly(
                        "open ann",
                        "join red",
                        "joined red",
                        "say move in red",
                        "left red",
                        "joined blue",
                        "left blue");
    }

    @Test
    void aClosedConnectionLeavesItsRoomsAndCannotJoinOthers() {
        node.connect("user=ann&room=red&room=blue");
        String id = connectionId();
        assertThat(gateway.close(id, dev.strait.runtime.CloseReason.NORMAL).queued())
                .isEqualTo(1);
        assertThat(gateway.join("green", id)).isFalse();
        node.runAll();
        assertThat(handler.calls).endsWith("left red", "left blue", "closed 1000");
        assertThat(gateway.rooms()).isEmpty();
    }
}
