package dev.strait.tests;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Handshake;
import dev.strait.server.ChannelServer;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the embedded server remembers of connections that have ended: nothing. */
class EmbeddedMemoryTest {

    private final BlockingQueue<WeakReference<Object>> states = new LinkedBlockingQueue<>();

    private ChannelHub hub() {
        ChannelHub hub = ChannelHub.builder().limits(Running.generous().build()).build();
        hub.add(PollEndpoint.of(new PollHandler<Object>() {
            @Override
            public Object open(Handshake handshake) {
                Object state = new Object();
                states.add(new WeakReference<>(state));
                return state;
            }

            @Override
            public void onVote(Poll.Vote vote, PollConnection<Object> from) {
                from.toEveryone().voted("somebody", vote.option());
            }

            @Override
            public void onWhisper(Poll.Whisper whisper, PollConnection<Object> from) {}

            @Override
            public Poll.Votes onCount(Poll.Count count, PollConnection<Object> from) {
                return new Poll.Votes(0);
            }
        }));
        return hub;
    }

    /** The first connection of an event loop is the one whose executors all others use. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noConnectionIsKept(boolean isNio) {
        ChannelServer.Builder builder = EmbeddedContainer.server(hub());
        try (ChannelServer server = (isNio ? builder.nioTransport() : builder).start()) {
            URI uri = URI.create("ws://127.0.0.1:" + server.port() + "/ws/poll");
            for (int i = 0; i < 8; i++) {
                try (TestClient client = TestClient.connect(uri)) {
                    client.send("{'type':'vote','option':'a'}").next();
                    client.disconnect();
                    client.closeCode();
                }
            }
            for (int i = 0; i < 8; i++) {
                WeakReference<Object> state = Await.next(states);
                Await.until(() -> {
                    System.gc();
                    return state.refersTo(null);
                });
            }
        }
    }
}
