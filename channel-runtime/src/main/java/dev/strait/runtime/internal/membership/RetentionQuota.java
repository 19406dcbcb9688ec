package dev.strait.runtime.internal.membership;

/** Also counts the rooms of a client that keep their state without members. Safe for all threads. */
public interface RetentionQuota extends RoomQuota {

    /** Counts one more room that is kept. Returns false if the maximum number exists. */
    boolean tryKeep();

    /** Counts one kept room less. */
    void endKeeping();
}
