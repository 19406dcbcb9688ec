package dev.strait.test;

import java.util.Set;

/**
 * Runs a test with many seeds, to find an order of events that it does not survive.
 *
 * <pre>{@code
 * Seeds.tryAll(500, seed -> {
 *     try (ChatTestKit chat = ChatTestKit.of(new ChatService(), kit -> kit.seed(seed))) { ... }
 * });
 * }</pre>
 */
public final class Seeds {

    /** What test frameworks throw to skip a test. */
    private static final Set<String> SKIPS = Set.of("org.opentest4j.TestAbortedException", "org.testng.SkipException");

    private Seeds() {}

    /** A test with a seed. */
    @FunctionalInterface
    public interface SeededTest {

        /** Runs the test. Passes the seed to its kit. */
        void run(long seed) throws Exception;
    }

    /**
     * Runs a test with the seeds from 1 to a number.
     *
     * @throws AssertionError for the first seed for which the test fails. Its message names the seed, with which the test
     *     fails again; its cause is the failure
     * @throws IllegalArgumentException if the number is not positive
     */
    public static void tryAll(int count, SeededTest test) {
        if (count < 1) {
            throw new IllegalArgumentException("The number of seeds is " + count + "; it must be positive.");
        }
        for (long seed = 1; seed <= count; seed++) {
            try {
                test.run(seed);
            } catch (Exception | AssertionError failure) {
                if (failure instanceof RuntimeException skip
                        && SKIPS.contains(failure.getClass().getName())) {
                    throw skip;
                }
                throw new AssertionError("The test fails with seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
    }
}
