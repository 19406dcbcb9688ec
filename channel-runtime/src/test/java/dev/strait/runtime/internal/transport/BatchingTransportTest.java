package dev.strait.runtime.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.spi.FrameBatch;
import dev.strait.runtime.spi.TextFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.tomcat.websocket.RecordingSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches on Tomcat. A close ends the current batch there, and later frames would overtake it. */
class BatchingTransportTest {

    private static final CloseReason ENOUGH = new CloseReason(4000, "enough");

    private final List<Throwable> failures = new ArrayList<>();
    private int callbacks;

    private static FrameBatch batch(String... texts) {
        TextFrame[] frames = Stream.of(texts)
                .map(text -> new TextFrame("test", text.getBytes(StandardCharsets.UTF_8)))
                .toArray(TextFrame[]::new);
        return FrameBatch.of(frames, frames.length);
    }

    private static Transport transport(RecordingSession session) {
        return Objects.requireNonNull(BatchingTransport.of(session.session()));
    }

    private void write(Transport transport, FrameBatch batch) {
        transport.write(batch, failure -> {
            callbacks++;
            if (failure != null) {
                failures.add(failure);
            }
        });
        assertThat(callbacks).isEqualTo(1);
    }

    @Test
    void allFramesAreSentInOneBatch() {
        RecordingSession session = new RecordingSession(text -> {});
        write(transport(session), batch("a", "b", "c"));
        assertThat(session.events()).containsExactly("start of batch", "a", "b", "c", "end of batch");
        assertThat(failures).isEmpty();
    }

    @Test
    void aSingleFrameIsNotBatched() {
        RecordingSession session = new RecordingSession(text -> {});
        write(transport(session), batch("a"));
        assertThat(session.events()).containsExactly("a");
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void noFrameIsWrittenAfterTheServerCloses(String last) {
        Transport[] transport = new Transport[1];
        RecordingSession session = new RecordingSession(text -> {
            if (text.equals(last)) {
                transport[0].close(ENOUGH);
            }
        });
        transport[0] = transport(session);
        write(transport[0], batch("a", "b", "c"));
        assertThat(session.events()).endsWith(last, "close 4000");
        assertThat(failures).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void noFrameIsWrittenAfterTomcatEndsTheBatch(String last) {
        List<RecordingSession> sessions = new ArrayList<>();
        RecordingSession session = new RecordingSession(text -> {
            if (text.equals(last)) {
                sessions.get(0).setBatching(false); // as Tomcat does first when the client closes
            }
        });
        sessions.add(session);
        write(transport(session), batch("a", "b", "c"));
        assertThat(session.events()).endsWith(last, "end of batch");
        assertThat(failures).hasSize(1);
    }
}
