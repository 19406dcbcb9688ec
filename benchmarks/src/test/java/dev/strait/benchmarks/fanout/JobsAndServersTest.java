package dev.strait.benchmarks.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsAndServersTest {

    private static List<String> participants(Job job, String servers) {
        return participants(job, servers, 1);
    }

    private static List<String> participants(Job job, String servers, int round) {
        return Servers.participants(job, Servers.named(servers), round).stream()
                .map(ServerProgram::name)
                .toList();
    }

    @Test
    void referencesRunFirstAndOnlyOnce() {
        assertThat(participants(Job.W16, "netty,c-coalesce,c-write")).containsExactly("c-write", "c-coalesce", "netty");
        assertThat(participants(Job.ECHO, "c-write,netty")).containsExactly("c-echo", "netty");
    }

    @Test
    void eachSecondRoundHasTheServersInReverseOrder() {
        assertThat(participants(Job.ECHO, "netty,strait", 2)).containsExactly("c-echo", "strait", "netty");
        assertThat(participants(Job.ECHO, "netty,strait", 3)).containsExactly("c-echo", "netty", "strait");
    }

    @Test
    void serversThatDoNotSupportAJobAreOmitted() {
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
    void theBaselineRunsTheSameProgramFromItsOwnFolder(@TempDir Path folder) {
        ServerProgram baseline = Servers.baseline(folder);

        assertThat(baseline.name()).isEqualTo("strait-baseline");
        assertThat(baseline.command()).isEqualTo(Servers.named("strait").get(0).command());
        ServerBuilds builds = new ServerBuilds(Path.of("fanout"), Path.of("target"));
        assertThat(builds.folder(baseline)).isEqualTo(folder);
        assertThatThrownBy(() -> builds.build(baseline))
                .hasMessage("the project of strait-baseline has not been built");
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
