package dev.strait.processor.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what somebody meant to write. */
public final class NearestName {

    private NearestName() {}

    /** The known name that takes the fewest changes of a letter, if they are few. */
    public static Optional<String> of(String written, Collection<String> known) {
        int most = written.length() / 3; // of one or two letters nobody can tell
        return known.stream()
                .filter(name -> changes(written, name) <= most)
                .min(Comparator.comparingInt(name -> changes(written, name)));
    }

    /** Levenshtein's distance. */
    private static int changes(String from, String to) {
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
