package dev.strait.runtime.internal.membership;

/** Counts the rooms that exist because of one client. Safe for all threads. */
public interface RoomQuota {

    /** Counts one more room with members. Returns false if the maximum number exists. */
    boolean tryAdd();

    /** Counts one room with members less. */
    void remove();
}
