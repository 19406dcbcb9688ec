package dev.strait.benchmarks.fanout;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The median of some figures, with the lowest and the highest. */
record Ratio(double median, double lowest, double highest, int count) {

    /** Empty if there are no figures. */
    static Optional<Ratio> of(List<Double> figures) {
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        List<Double> sorted = figures.stream().sorted().toList();
        int last = sorted.size() - 1;
        double median = (sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2;
        return Optional.of(new Ratio(median, sorted.get(0), sorted.get(last), sorted.size()));
    }

    /** Divides each figure by the reference of the same round; rounds without both are left out. */
    static Optional<Ratio> of(Map<Integer, Double> figures, Map<Integer, Double> references) {
        return of(figures.entrySet().stream()
                .filter(figure -> references.getOrDefault(figure.getKey(), 0.0) > 0)
                .map(figure -> figure.getValue() / references.getOrDefault(figure.getKey(), 1.0))
                .toList());
    }

    @Override
    public String toString() {
        String digits = median < 0.095 ? "%.3f" : "%.2f";
        String spread = count < 2 ? digits : digits + " (" + digits + ".." + digits + ")";
        return String.format(Locale.ROOT, spread, median, lowest, highest);
    }
}
