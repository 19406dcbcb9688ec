package dev.strait.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CloseReasonTest {

    @Test
    void invalidCodesAndLongTextsAreRejected() {
        assertThatThrownBy(() -> new CloseReason(999, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CloseReason(1016, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CloseReason(5000, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CloseReason(1000, "ä".repeat(62))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new CloseReason(4999, "x".repeat(123)).code()).isEqualTo(4999);
    }
}
