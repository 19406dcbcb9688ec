package dev.strait.runtime.internal.membership;

/** Counts the rooms that one client causes to exist. Safe for all threads. */
public interface RoomQuota {

    /** Counts one room with members more. Returns false if the maximum number exists. */
    boolean tryAdd();

    /** Counts one room with members less. */
    void remove();

    /** Counts one more room that keeps its state without members. Returns false if the maximum number exists. */
    boolean tryKeep();

    /** Counts one room less that keeps its state without members. */
    void endKeeping();
}
