package dev.strait.processor.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Suggests a known name for a misspelled one. */
public final class NearestName {

    private NearestName() {}

    /** Returns the known name with the smallest edit distance, if that is at most a third of the length. */
    public static Optional<String> of(String written, Collection<String> known) {
        int maxDistance = written.length() / 3;
        return known.stream()
                .filter(name -> distance(written, name) <= maxDistance)
                .min(Comparator.comparingInt(name -> distance(written, name)));
    }

    /** Returns the Levenshtein distance. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
