package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Handshake;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages without a type on the wire. */
class PlainMessagesTest {

    private final List<String> received = new ArrayList<>();
    private final PlainTestKit kit = PlainTestKit.of(
            new EchoingHandler(),
            settings -> settings.listener(new ChannelListener() {
                @Override
                public void received(ConnectionInfo connection, String type) {
                    received.add(type);
                }
            }));

    private static final class EchoingHandler implements PlainHandler<String> {

        @Override
        public String open(Handshake handshake) {
            return "ann";
        }

        @Override
        public void onSay(Plain.Say say, PlainConnection<String> from) {
            from.toRoom().line(from.state(), say.content());
            from.reply().line("server", "ok");
        }
    }

    @AfterEach
    void stop() {
        kit.close();
    }

    @Test
    void areWrittenAndReadWithoutAType() {
        FrameClient client = new FrameClient(kit.connect("red", who -> who.plain()));
        client.expect("{'type':'$joined','room':'red'}");
        client.send("{'content':'hi'}")
                .expect("{'username':'ann','content':'hi','$room':'red'}")
                .expect("{'username':'server','content':'ok'}");
        client.send("{'content':5}").expectError("invalid");
        client.send("{'type':'$ping'}").expect("{'type':'$pong'}");
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
