package dev.strait.tests.elsewhere;

import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** A page of a longer list. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
public record Page<T>(
        @Size(max = 20) List<T> items,
        Optional<T> best,
        @PositiveOrZero int total) {}
