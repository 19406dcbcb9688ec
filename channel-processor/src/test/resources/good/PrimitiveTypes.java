package com.acme;

import dev.strait.Channel;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Primitives, with and without bounds. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
@Channel("/ws/primitive-types")
public interface PrimitiveTypes {
    sealed interface ToServer {}

    record Primitives(
            boolean bool, byte tiny, short small, @Min(1) @Max(9) int number, long large, float rough, double exact, char letter)
            implements ToServer {}
}
