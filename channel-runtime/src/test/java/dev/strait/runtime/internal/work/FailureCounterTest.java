package dev.strait.runtime.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FailureCounterTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void failuresAreForgottenAfterTheWindow() {
        FailureCounter failures = new FailureCounter(2, SECOND);
        assertThat(List.of(failures.record(0), failures.record(1), failures.record(2)))
                .containsExactly(false, false, true);
        assertThat(failures.record(SECOND * 2)).isFalse();
    }
}
