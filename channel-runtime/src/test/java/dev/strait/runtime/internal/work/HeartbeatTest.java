package dev.strait.runtime.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.Limits;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void pingsAreSpreadAndIdleConnectionsAreDetected() {
        Limits limits = Limits.builder()
                .pingInterval(Duration.ofSeconds(10))
                .idleTimeout(Duration.ofSeconds(30))
                .build();
        Heartbeat heartbeat = new Heartbeat(limits, 0);
        assertThat(heartbeat.tryPing(limits, SECOND * 8 - 1)).isFalse();
        assertThat(heartbeat.tryPing(limits, SECOND * 12)).isTrue();
        assertThat(heartbeat.tryPing(limits, SECOND * 12)).isFalse();
        assertThat(heartbeat.isIdle(limits, SECOND * 30, 0)).isFalse();
        assertThat(heartbeat.isIdle(limits, SECOND * 30 + 1, 0)).isTrue();
        heartbeat.heard(SECOND * 20);
        assertThat(heartbeat.isIdle(limits, SECOND * 50, 0)).isFalse();
        assertThat(heartbeat.isIdle(limits, SECOND * 51, 0)).isTrue();
        assertThat(heartbeat.isIdle(limits, SECOND * 51, SECOND * 21)).isFalse();
    }
}
