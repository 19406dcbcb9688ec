package dev.strait.runtime.internal.membership;

/**
 * Learns which rooms and users have a connection on this node. Called with locks of the membership held, so it only takes
 * note.
 */
public interface Occupancy {

    /** Learns nothing. */
    Occupancy NONE = new Occupancy() {
        @Override
        public void roomBegan(String room) {}

        @Override
        public void roomEnded(String room) {}

        @Override
        public void userCame(String user) {}

        @Override
        public void userLeft(String user) {}
    };

    /** A room has its first member. */
    void roomBegan(String room);

    /** The last member of a room has left. */
    void roomEnded(String room);

    /** A user has a first connection. */
    void userCame(String user);

    /** A user has no more connection. */
    void userLeft(String user);
}
