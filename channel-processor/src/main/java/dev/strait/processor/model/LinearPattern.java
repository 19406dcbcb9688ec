package dev.strait.processor.model;

import java.util.List;

/**
 * A regular expression that is a row of characters' classes, each with a count, where a class never has what may follow it:
 * a greedy run over a text is right or wrong, and never has to go back.
 *
 * @param runs in their order
 */
public record LinearPattern(List<Run> runs) {

    /** Takes a copy of the list. */
    public LinearPattern {
        runs = List.copyOf(runs);
    }

    /**
     * So many characters of one class.
     *
     * @param least how many there must be
     * @param most how many there may be
     * @param low a bit for each of the characters 0 to 63 that belong to the class
     * @param high a bit for each of the characters 64 to 127 that do
     * @param isOpen whether all characters beyond ASCII do
     */
    public record Run(int least, int most, long low, long high, boolean isOpen) {

        /** Whether its characters are all those between two of ASCII. */
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

    /** Whether no run has to go back. */
    public boolean isRight() {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).least < runs.get(i).most && !isFollowedByOthers(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isFollowedByOthers(int run) {
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
