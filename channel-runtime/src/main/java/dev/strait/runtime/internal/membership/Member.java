package dev.strait.runtime.internal.membership;

import java.util.Optional;

/** A connection, as rooms and directories see it. */
public interface Member {

    /** Its id, which is unique across all nodes. */
    String id();

    /** The user id, if the handler returned one. It does not change once the member has been admitted. */
    Optional<String> user();

    /** Returns what the rooms that it creates count against. */
    RoomQuota roomQuota();

    /** Whether it no longer receives anything. */
    boolean isClosing();
}
