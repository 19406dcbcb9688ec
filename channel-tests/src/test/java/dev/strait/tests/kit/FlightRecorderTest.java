package dev.strait.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The events of a hub in a recording of JDK Flight Recorder. Only short strings are compared: JDK 17 reads those of 16 characters
 * and more as null in all but the first recording of a JVM.
 */
class FlightRecorderTest {

    @TempDir
    private Path folder;

    /** Returns Strait's events that happen during a test. */
    private List<RecordedEvent> record(Recording recording, Consumer<AuctionsTestKit> test) throws IOException {
        Path file = folder.resolve("recording.jfr");
        try (recording) {
            recording.start();
            try (AuctionsTestKit kit = AuctionsTestKit.of(
                    new AuctionsService(), settings -> settings.limits(limits -> limits.maxQueuedMessages(10)))) {
                test.accept(kit);
            }
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("dev.strait."))
                .toList();
    }

    private static RecordedEvent only(List<RecordedEvent> events, String name) {
        List<RecordedEvent> found = events.stream()
                .filter(event -> event.getEventType().getName().equals("dev.strait." + name))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void connectionsAndRefusalsAreRecorded() throws IOException {
        List<RecordedEvent> events = record(new Recording(), kit -> {
            AuctionsTestKit.Client ann = kit.connect("a");
            ann.raw("{\"type\":\"say\",\"text\":\"\"}");
            ann.refusal();
            ann.leave();
        });
        assertThat(only(events, "Refusal").getString("code")).isEqualTo("invalid");
        assertThat(only(events, "Connection").getInt("closeCode")).isEqualTo(1000);
    }

    @Test
    void anEvictionIsRecordedWithItsReason() throws IOException {
        List<RecordedEvent> events = record(new Recording(), kit -> {
            AuctionsTestKit.Client ann = kit.connect("a");
            ann.vanish();
            kit.advance(Duration.ofMinutes(2));
        });
        assertThat(only(events, "Eviction").getInt("closeCode")).isEqualTo(1001);
        assertThat(only(events, "Eviction").getString("reason")).isNotEmpty();
    }

    @Test
    void emitsAreRecordedOnRequest() throws IOException {
        Consumer<AuctionsTestKit> test = kit -> {
            kit.connect("a");
            AuctionsEmitter.of(kit.hub()).everyone().entered(true);
        };
        assertThat(record(new Recording(), test))
                .noneMatch(event -> event.getEventType().getName().equals("dev.strait.Emit"));
        Recording withEmits = new Recording();
        withEmits.enable("dev.strait.Emit");
        RecordedEvent emit = only(record(withEmits, test), "Emit");
        assertThat(emit.getString("message")).isEqualTo("entered");
        assertThat(emit.getInt("queued")).isEqualTo(1);
    }
}
