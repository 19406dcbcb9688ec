package dev.strait.client;

/**
 * The messages that have arrived and wait for the application. When there are too many, nothing more is read. While asks of
 * the client are unanswered, more may wait, because a handler may wait for an answer behind them.
 */
final class Backlog {

    private static final int MAX_MESSAGES = 256;
    private static final int MAX_CHARS = 1 << 20;
    private static final int MORE = 8;

    private int messages;
    private long chars;

    synchronized void add(int length) {
        messages++;
        chars += length;
    }

    synchronized void remove(int length) {
        messages--;
        chars -= length;
    }

    /**
     * Returns whether nothing more should be read.
     *
     * @param isAsking whether an ask waits for its answer
     */
    synchronized boolean isFull(boolean isAsking) {
        int times = isAsking ? MORE : 1;
        return messages >= MAX_MESSAGES * times || chars >= (long) MAX_CHARS * times;
    }

    /** Returns whether few enough wait to read again. */
    synchronized boolean isLow() {
        return messages <= MAX_MESSAGES / 2 && chars <= MAX_CHARS / 2;
    }
}
