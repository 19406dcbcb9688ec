package dev.strait.tests.zoo;

import dev.strait.tests.elsewhere.Level;
import jakarta.validation.constraints.NotBlank;
import java.util.UUID;

/** What clients send on contracts that name it. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
sealed interface Upstream permits Upstream.Log, Both {
    record Log(Level level, @NotBlank String line) implements Upstream {}

    /** The key of the rooms. */
    record Source(UUID host, Level level, byte shard) {}
}
