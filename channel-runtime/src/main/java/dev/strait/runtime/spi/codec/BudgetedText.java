package dev.strait.runtime.spi.codec;

import java.util.regex.Pattern;

/**
 * A text that a matcher may read for a limited number of times. Backtracking may take time that is exponential in the length
 * of the text: 40 characters are enough to occupy a thread for minutes.
 */
final class BudgetedText implements CharSequence {

    private static final int MIN_BUDGET = 100_000;
    private static final int BUDGET_PER_CHAR = 32;

    private final String text;
    private long budget;

    private BudgetedText(String text) {
        this.text = text;
        this.budget = Math.max(MIN_BUDGET, (long) BUDGET_PER_CHAR * text.length());
    }

    /** Thrown to leave the matcher. */
    private static final class ExhaustedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ExhaustedException() {
            super(null, null, false, false);
        }
    }

    /** Returns whether the text matches within the budget and within the stack of the matcher. */
    static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new BudgetedText(text)).matches();
        } catch (ExhaustedException | StackOverflowError tooComplex) {
            return false;
        }
    }

    @Override
    public char charAt(int index) {
        budget--;
        if (budget < 0) {
            throw new ExhaustedException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
