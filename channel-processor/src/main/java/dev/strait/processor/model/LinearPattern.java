package dev.strait.processor.model;

import java.util.List;

/**
 * A regular expression that is a sequence of character classes with counts. If no class overlaps the classes that may
 * follow it, generated code can match it in one pass, without backtracking.
 *
 * @param runs the classes in order
 */
public record LinearPattern(List<Run> runs) {

    public LinearPattern {
        runs = List.copyOf(runs);
    }

    /**
     * A character class with a count.
     *
     * @param least the minimum number of characters
     * @param most the maximum number of characters
     * @param low a bit for each character from 0 to 63 that belongs to the class
     * @param high a bit for each character from 64 to 127 that belongs to the class
     * @param isOpen whether all non-ASCII characters belong to the class
     */
    public record Run(int least, int most, long low, long high, boolean isOpen) {

        /** Returns whether the class is a contiguous range of ASCII characters. */
        public boolean isRange() {
            return !isOpen && (low | high) != 0 && count() == last() - first() + 1;
        }

        public char first() {
            return (char) (low != 0 ? Long.numberOfTrailingZeros(low) : Long.SIZE + Long.numberOfTrailingZeros(high));
        }

        public char last() {
            int fromEnd = high != 0 ? Long.numberOfLeadingZeros(high) : Long.SIZE + Long.numberOfLeadingZeros(low);
            return (char) (2 * Long.SIZE - 1 - fromEnd);
        }

        private int count() {
            return Long.bitCount(low) + Long.bitCount(high);
        }

        boolean isDisjoint(Run other) {
            return (low & other.low) == 0 && (high & other.high) == 0 && !(isOpen && other.isOpen);
        }
    }

    /** Returns whether greedy matching never has to backtrack. */
    public boolean isBacktrackingFree() {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).least < runs.get(i).most && !isDisjointFromFollowing(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isDisjointFromFollowing(int run) {
        for (int i = run + 1; i < runs.size(); i++) {
            if (!runs.get(run).isDisjoint(runs.get(i))) {
                return false;
            }
            if (runs.get(i).least > 0) {
                return true;
            }
        }
        return true;
    }
}
