package dev.strait.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void refusalCodesAreLowerCase() {
        assertThat(Refusal.of("lot-closed", "Too late.").code()).isEqualTo("lot-closed");
        assertThatThrownBy(() -> Refusal.of("Lot closed", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Limits.builder().pingInterval(Duration.ofMillis(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pingInterval is PT0S; it must be between 1 ms and 365 days.");
    }
}
