package com.acme;

import dev.strait.Channel;
import jakarta.validation.constraints.Positive;

/** Boxed primitives, in both directions. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
@Channel("/ws/boxed-types")
public interface BoxedTypes {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Boxes(Boolean bool, Byte tiny, Short small, @Positive Integer number, Long large, Float rough, Double exact, Character letter)
            implements ToServer, ToClient {}
}
