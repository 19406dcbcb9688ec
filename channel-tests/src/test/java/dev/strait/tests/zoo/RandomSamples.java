package dev.strait.tests.zoo;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Checks a property on random samples. Each sample is generated from a seed of its own, so a failure can be repeated alone.
 *
 * <p>System properties: {@code samples.seed} selects other samples; {@code samples.only} is the seed of the only sample to
 * check, as printed by a failure.
 */
final class RandomSamples {

    private static final long SEED = Long.getLong("samples.seed", 20_261_124);
    private static final @Nullable Long ONLY = Long.getLong("samples.only");

    private RandomSamples() {}

    /** Generates {@code count} samples and checks each; the first failure names the sample's seed and value. */
    static <T> void check(int count, LongFunction<T> generator, Consumer<T> property) {
        if (ONLY != null) {
            check(ONLY, "the only sample", generator, property);
            return;
        }
        SplittableRandom seeds = new SplittableRandom(SEED);
        for (int i = 1; i <= count; i++) {
            check(seeds.nextLong(), "sample " + i + " of " + count, generator, property);
        }
    }

    private static <T> void check(long seed, String title, LongFunction<T> generator, Consumer<T> property) {
        T sample;
        try {
            sample = generator.apply(seed);
        } catch (RuntimeException | Error failure) {
            throw failed(seed, title, "not generated", failure);
        }
        try {
            property.accept(sample);
        } catch (RuntimeException | Error failure) {
            throw failed(seed, title, sample, failure);
        }
    }

    private static AssertionError failed(long seed, String title, Object value, Throwable failure) {
        String message = "Failed on %s; repeat with -Dsamples.only=%d%nValue: %s".formatted(title, seed, value);
        return new AssertionError(message, failure);
    }
}
