package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Limits;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Scanner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A client that sends too much is held back where the container can pause reading, and refused elsewhere. */
@Tag("container")
class PausedReadingTest {

    private static final int MESSAGES = 200;
    private static final int MAX_QUEUE = 10;

    private final BlockingQueue<String> refused = new LinkedBlockingQueue<>();

    private Running running(Limits.Builder limits) {
        return Running.with(TestContainer.hub().limits(limits.build()).listener(new ChannelListener() {
            @Override
            public void refused(ConnectionInfo connection, String code) {
                refused.add(code);
            }
        }));
    }

    /** The frames arrive together, so that the container has read many of them before the first is handled. */
    @Test
    void aFloodIsReadAtTheRate() throws Exception {
        Limits.Builder limits = Running.generous().maxMessagesPerSecond(200).maxMessageBurst(20);
        try (Running running = running(limits);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), running.server.port())) {
            socket.setSoTimeout(Await.TIMEOUT_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(TestFrames.handshake("/ws/chat/lobby?user=ann"));
            Scanner answers = new Scanner(socket.getInputStream(), StandardCharsets.ISO_8859_1);
            assertThat(answers.findWithinHorizon("HTTP/1.1 101[^\\r]*\\r\\n([^\\r]+\\r\\n)*\\r\\n", 0))
                    .isNotNull(); // a client must wait for the answer before it sends anything else
            ByteArrayOutputStream frames = new ByteArrayOutputStream();
            for (int i = 0; i < MESSAGES; i++) {
                frames.writeBytes(TestFrames.masked("{\"type\":\"echo\",\"text\":\"" + i + "\"}"));
            }
            out.write(frames.toByteArray());
            if (TestContainer.pausesReading()) {
                for (int i = 0; i < MESSAGES; i++) {
                    assertThat(answers.findWithinHorizon("\"text\":\"" + i + "\"", 0))
                            .as("echo %d; refused: %s", i, refused)
                            .isNotNull();
                }
                assertThat(refused).isEmpty();
            } else {
                assertThat(Await.next(refused)).isEqualTo("rate");
            }
        }
    }

    @Test
    void aFullQueueIsHeldBack() {
        AdderService adder = new AdderService(Duration.ZERO);
        ChannelHub hub = TestContainer.hub()
                .limits(Running.generous().maxHandlerQueueMessages(MAX_QUEUE).build())
                .build();
        hub.add(AdderEndpoint.of(adder));
        try (TestContainer.Started server = TestContainer.startAny(hub);
                TestClient ann = TestClient.connect(server.uri("/ws/adder?room=red&user=ann"))) {
            ann.expect("{'type':'$joined','room':'red'}").send("{'type':'wait'}");
            Await.until(() -> adder.waiting.get() == 1);
            for (int i = 0; i < MESSAGES; i++) {
                ann.send("{'type':'add','number':1}");
            }
            if (!TestContainer.pausesReading()) {
                ann.expectError("overloaded");
                adder.waits.release();
                return;
            }
            adder.waits.release();
            for (int i = 1; i <= MESSAGES; i++) {
                ann.expect("{'type':'added','value':" + i + ",'$room':'red'}");
            }
        }
    }

    @Test
    void aCloseByTheServerIsAnsweredWhileReadingIsPaused() {
        AdderService adder = new AdderService(Duration.ZERO);
        ChannelHub hub = TestContainer.hub()
                .limits(Running.generous().maxHandlerQueueMessages(MAX_QUEUE).build())
                .build();
        hub.add(AdderEndpoint.of(adder));
        AdderEmitter emitter = AdderEmitter.of(hub);
        try (TestContainer.Started server = TestContainer.startAny(hub);
                TestClient ann = TestClient.connect(server.uri("/ws/adder?room=red&user=ann"))) {
            ann.expect("{'type':'$joined','room':'red'}").send("{'type':'wait'}");
            Await.until(() -> adder.waiting.get() == 1);
            for (int i = 0; i <= MAX_QUEUE; i++) {
                ann.send("{'type':'add','number':1}");
            }
            String id = emitter.connections().get(0).id();
            emitter.connection(id).close(new CloseReason(4000, "enough"));
            ann.expectCloseWithUnreadInput(4000);
            adder.waits.release();
            Await.until(() -> adder.calls.contains("closed ann"));
        }
    }
}
