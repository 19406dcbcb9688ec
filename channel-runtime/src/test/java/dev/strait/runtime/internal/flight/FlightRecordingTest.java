package dev.strait.runtime.internal.flight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ConnectionInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded, and when. FlightRecorderTest has the events of a hub. */
class FlightRecordingTest {

    private final ConnectionInfo ann =
            ConnectionInfo.builder("1", "test.Chat").path("/ws/chat").build();
    private final FlightRecording recording = new FlightRecording();

    @Test
    void onlySlowCallsOfHandlersAreRecorded(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("recording.jfr");
        try (Recording running = new Recording()) {
            running.start();
            recording.handled(ann, "fast", Duration.ofMillis(49), Optional.empty());
            recording.handled(ann, "slow", Duration.ofMillis(50), Optional.empty());
            running.stop();
            running.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("dev.strait.SlowHandler"))
                .toList();
        assertThat(events).hasSize(1);
        assertThat(events.get(0).getString("message")).isEqualTo("slow");
        assertThat(events.get(0).getDuration("time")).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void itIsActiveWhileARecordingRuns() {
        assertThat(recording.isActive()).isFalse();
        try (Recording running = new Recording()) {
            running.start();
            assertThat(recording.isActive()).isTrue();
        }
        assertThat(recording.isActive()).isFalse();
    }
}
