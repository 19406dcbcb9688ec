package dev.strait.tests.soak;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** Counts times in classes that are about 3 % apart. For one thread; others may read it between runs. */
final class Latencies {

    private static final double RATIO = 1.03;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int CLASSES = 1_000;
    private static final double LOG_RATIO = Math.log(RATIO);

    private final long[] counts = new long[CLASSES];
    private final AtomicLong count = new AtomicLong();

    void add(long nanos) {
        int index = (int) (Math.log((double) Math.max(1, nanos)) / LOG_RATIO);
        counts[Math.min(index, CLASSES - 1)]++;
        count.incrementAndGet();
    }

    long count() {
        return count.get();
    }

    void clear() {
        Arrays.fill(counts, 0);
        count.set(0);
    }

    /** Returns the time in milliseconds that a share of the times does not exceed. */
    double quantile(double share) {
        long left = (long) Math.ceil(share * (double) count.get());
        for (int i = 0; i < CLASSES; i++) {
            left -= counts[i];
            if (left <= 0) {
                return Math.pow(RATIO, i + 0.5) / NANOS_PER_MILLI;
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
