package dev.strait.runtime.internal.races;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.internal.connection.LifecycleRace;
import dev.strait.runtime.internal.membership.MembershipRace;
import dev.strait.runtime.internal.outbound.OutboxRace;
import dev.strait.runtime.internal.outbound.PumpRace;
import dev.strait.runtime.internal.work.InboxRace;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lincheck runs each race in many thread interleavings, and finds all planted bugs. */
class RacesTest {

    private static final Map<Class<?>, RaceProcess.Size> SIZES = Map.of(
            PumpRace.class, new RaceProcess.Size(9, 200, 1),
            OutboxRace.class, new RaceProcess.Size(10, 100, 2),
            InboxRace.class, new RaceProcess.Size(20, 100, 2),
            LifecycleRace.class, new RaceProcess.Size(40, 100, 2),
            MembershipRace.class, new RaceProcess.Size(10, 100, 2));

    @ParameterizedTest
    @ValueSource(
            classes = {PumpRace.class, OutboxRace.class, InboxRace.class, LifecycleRace.class, MembershipRace.class})
    void noInterleavingBreaksTheInvariant(Class<?> race) throws IOException, InterruptedException {
        RaceProcess.Outcome outcome = RaceProcess.run(race, size(race), List.of());
        assertThat(outcome.isFound()).as(outcome.report()).isFalse();
    }

    private static RaceProcess.Size size(Class<?> race) {
        return Objects.requireNonNull(SIZES.get(race));
    }

    @SuppressWarnings("StringConcatToTextBlock") // a text block would lose the indentation
    static Stream<Arguments> plantedBugs() {
        return Stream.of(
                Arguments.of(
                        Named.of(
                                "the pump decides outside the monitor, and its runs share state",
                                PlantedBug.in("outbound.Pump")
                                        .replace(
                                                "    private int leftInSlice;\n",
                                                "    private int leftInSlice;\n"
                                                        + "    private final Run shared = new Run(new BatchBuffer());\n")
                                        .replace(
                                                "            if (current != null) {\n                return;\n"
                                                        + "            }\n            run = newRun();",
                                                "            run = newRun();")
                                        .replace(
                                                "        Run run = new Run(spareBuffer == null"
                                                        + " ? new BatchBuffer() : spareBuffer);",
                                                "        Run run = shared;")),
                        PumpRace.class),
                Arguments.of(
                        Named.of(
                                "the pump becomes idle although an outbox is ready",
                                PlantedBug.in("outbound.Pump")
                                        .replace("            if (hasWork()) {", "            if (false) {")),
                        PumpRace.class),
                Arguments.of(
                        Named.of(
                                "the outbox looks for more frames before it ends a write",
                                PlantedBug.in("outbound.Outbox")
                                        .replace(
                                                "        boolean isMore;\n",
                                                "        boolean isMore;\n        boolean isWaiting ="
                                                        + " wantsPing || !waiting.isEmpty() || closing != null;\n")
                                        .replace(
                                                "&& (wantsPing || !waiting.isEmpty() || closing != null) && schedule();",
                                                "&& isWaiting && schedule();")),
                        OutboxRace.class),
                Arguments.of(
                        Named.of(
                                "an inbox is suspended and resumed without a lock",
                                PlantedBug.in("work.Inbox")
                                        .replace(
                                                "private synchronized boolean becameSuspended()",
                                                "private boolean becameSuspended()")),
                        InboxRace.class),
                Arguments.of(
                        Named.of(
                                "two closes of a connection are decided concurrently",
                                PlantedBug.in("connection.Lifecycle")
                                        .replace("    synchronized boolean tryClose(", "    boolean tryClose(")),
                        LifecycleRace.class),
                Arguments.of(
                        Named.of(
                                "a join checks and adds without the lock of the close",
                                PlantedBug.in("membership.Membership")
                                        .replace(
                                                "        synchronized (this) {\n            outcome = tryJoin(name, key);",
                                                "        {\n            outcome = tryJoin(name, key);")),
                        MembershipRace.class));
    }

    @ParameterizedTest
    @MethodSource("plantedBugs")
    void aPlantedBugIsFound(PlantedBug bug, Class<?> race) throws IOException, InterruptedException {
        RaceProcess.Outcome outcome = RaceProcess.run(race, size(race), List.of(bug.compile()));
        assertThat(outcome.isFound()).as(outcome.report()).isTrue();
        assertThat(outcome.report()).doesNotContain("has hung");
    }
}
