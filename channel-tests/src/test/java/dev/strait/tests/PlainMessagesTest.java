package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Handshake;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages without a type on the wire. */
@Tag("container")
class PlainMessagesTest {

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final TestContainer.Started server = start();

    private TestContainer.Started start() {
        ChannelHub hub = TestContainer.hub()
                .limits(Running.generous().build())
                .listener(new ChannelListener() {
                    @Override
                    public void received(ConnectionInfo connection, String type) {
                        received.add(type);
                    }
                })
                .build();
        hub.add(PlainEndpoint.of(new PlainHandler<String>() {
            @Override
            public String open(Handshake handshake) {
                return "ann";
            }

            @Override
            public void onSay(Plain.Say say, PlainConnection<String> from) {
                from.toRoom().line(from.state(), say.content());
                from.reply().line("server", "ok");
            }
        }));
        return TestContainer.startAny(hub);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void areWrittenAndReadWithoutAType() {
        try (TestClient client = TestClient.connect(server.uri("/ws/plain?room=red"))) {
            client.expect("{'type':'$joined','room':'red'}");
            client.send("{'content':'hi'}")
                    .expect("{'username':'ann','content':'hi','$room':'red'}")
                    .expect("{'username':'server','content':'ok'}");
            client.send("{'content':5}").expectError("invalid");
            client.send("{'type':'$ping'}").expect("{'type':'$pong'}");
        }
        assertThat(received).containsExactly("say");
        assertThat(PlainCodec.CONTRACT.toClient().get(0).type()).isEqualTo("line");
    }

    @Test
    void surviveARoundTrip() {
        PlainCodec codec = new PlainCodec();
        Plain.Line line = new Plain.Line("ann", "hi");
        assertThat(codec.encodeToClient(line)).isEqualTo("{\"username\":\"ann\",\"content\":\"hi\"}");
        assertThat(codec.decodeToClient(codec.encodeToClient(line))).isEqualTo(line);
        assertThat(codec.decodeToClient(codec.encodeToClientUtf8(line))).isEqualTo(line);
    }
}
