package dev.strait.tests.soak;

import java.util.List;

/**
 * A straight line through samples of one quantity over time, by least squares.
 *
 * @param mean the mean of the samples
 * @param growth how much the line rises from the first sample to the last
 * @param error the standard error of {@code growth}
 */
record Slope(double mean, double growth, double error) {

    /** The noise of a sample lets a level line appear to rise by more than this only once in about a thousand runs. */
    private static final double ERRORS = 3;

    /** Fits a line to samples that were taken at equal intervals. */
    static Slope of(List<Long> samples) {
        int count = samples.size();
        double middle = (count - 1) / 2.0;
        double mean = samples.stream().mapToLong(Long::longValue).average().orElse(0);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            products += (i - middle) * (samples.get(i) - mean);
            squares += (i - middle) * (i - middle);
        }
        double slope = products / squares;
        double residuals = 0;
        for (int i = 0; i < count; i++) {
            double residual = samples.get(i) - mean - slope * (i - middle);
            residuals += residual * residual;
        }
        double error = Math.sqrt(residuals / (count - 2) / squares);
        return new Slope(mean, slope * (count - 1), error * (count - 1));
    }

    /**
     * Returns whether the samples rise by more than noise can explain.
     *
     * @param tolerated a growth that does not count, even if it is certain
     */
    boolean rises(double tolerated) {
        return growth > Math.max(tolerated, ERRORS * error);
    }
}
