package dev.strait.runtime.internal.membership;

/** Counts the rooms that exist. Safe for all threads. */
public interface RoomQuota {

    /** Counts one room more. Returns false if the maximum number exists. */
    boolean tryAdd();

    /** Counts one room less. */
    void remove();
}
