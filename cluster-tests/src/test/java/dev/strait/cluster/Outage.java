package dev.strait.cluster;

/**
 * The time in which messages of a node may be lost: from a second before a fault to a second after everything is healed.
 *
 * @param node the index of the node; -1 for all
 * @param from on the clock of this JVM, in nanoseconds
 */
record Outage(int node, long from, long to) {

    static final int ALL = -1;
    static final int NONE = -2;

    boolean affects(int other, long at) {
        return (node == ALL || node == other) && at - from >= 0 && to - at >= 0;
    }
}
