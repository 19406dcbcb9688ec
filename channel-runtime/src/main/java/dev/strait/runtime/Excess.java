package dev.strait.runtime;

/** What happens when a user has the maximum number of connections and opens another one. */
public enum Excess {
    /**
     * The newest connection is refused with 1008. Before that, the older ones get a ping, and one that does not answer within
     * 5 s makes room: a client whose network has changed is not kept out by its own dead connection.
     */
    REFUSE_NEWEST,
    /**
     * The oldest connection is closed with 4410 (1008 for the protocol of Alepha), and the newest one opens at once. The oldest
     * is the one that connected first, also if its handler took longer to open it.
     */
    CLOSE_OLDEST
}
