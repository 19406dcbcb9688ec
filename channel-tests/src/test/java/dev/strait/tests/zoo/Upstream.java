package dev.strait.tests.zoo;

import dev.strait.tests.elsewhere.Level;
import jakarta.validation.constraints.NotBlank;
import java.util.UUID;

/** Messages from clients, for contracts that refer to them. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
sealed interface Upstream permits Upstream.Log, Both {
    record Log(Level level, @NotBlank String line) implements Upstream {}

    /** The room key. */
    record Source(UUID host, Level level, byte shard) {}
}
