package dev.strait.benchmarks.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobsAndServersTest {

    private static List<String> participants(Job job, String servers) {
        return Servers.participants(job, Servers.named(servers)).stream()
                .map(ServerProgram::name)
                .toList();
    }

    @Test
    void referencesRunFirstAndOnlyOnce() {
        assertThat(participants(Job.W16, "netty,c-coalesce,c-write")).containsExactly("c-write", "c-coalesce", "netty");
        assertThat(participants(Job.ECHO, "c-write,netty")).containsExactly("c-echo", "netty");
    }

    @Test
    void serversWithoutSupportForAJobAreLeftOut() {
        assertThat(participants(Job.ECHO, "spring-stomp,spring")).containsExactly("c-echo", "spring");
    }

    @Test
    void scaleStandsForAllItsJobs() {
        assertThat(Job.named("w1,scale"))
                .containsExactly(Job.W1, Job.SCALE_100, Job.SCALE_1000, Job.SCALE_5000, Job.SCALE_ROOMS);
        assertThat(Job.named("all")).containsExactly(Job.values());
    }

    @Test
    void unknownNamesAreRejected() {
        assertThatThrownBy(() -> Job.named("w2")).hasMessage("unknown job: w2");
        assertThatThrownBy(() -> Servers.named("nginx")).hasMessage("unknown server: nginx");
    }

    @Test
    void namesOfServersAreUnique() {
        assertThat(Servers.ALL).extracting(ServerProgram::name).doesNotHaveDuplicates();
    }

    @Test
    void theOutputOfTheLoadClientIsParsed() throws IOException {
        LoadClient.Run run = LoadClient.read(
                "{\"mode\":\"fanout\",\"nanosPerDelivery\":4001.6,\"p50Micros\":1606,\"p99Micros\":2916,\"disorder\":2}\n");

        assertThat(run.figures())
                .containsEntry(Metric.CPU, 4001.6)
                .containsEntry(Metric.P50, 1606.0)
                .containsEntry(Metric.P99, 2916.0);
        assertThat(run.isOrdered()).isFalse();
    }
}
