package dev.strait.runtime.internal.cluster;

/**
 * What one node asks others about a channel.
 *
 * @param subject the user or the connection; empty for others
 * @param room the wire name of a room; empty for others
 * @param max the maximum number of findings
 */
public record Inquiry(Kind kind, String subject, String room, int max) {

    /** The kinds. Their order is part of the format of parcels: new ones go to the end. */
    public enum Kind {
        /** The number of members of a room. */
        SIZE,
        /** The members of a room. */
        MEMBERS,
        /** The rooms. */
        ROOMS,
        /** The connections of a user. */
        USER,
        /** A connection. */
        INFO,
        /** Makes a connection join a room. */
        JOIN,
        /** Makes a connection leave a room. */
        LEAVE
    }

    public static Inquiry size(String room) {
        return new Inquiry(Kind.SIZE, "", room, 0);
    }

    public static Inquiry members(String room, int max) {
        return new Inquiry(Kind.MEMBERS, "", room, max);
    }

    public static Inquiry rooms(int max) {
        return new Inquiry(Kind.ROOMS, "", "", max);
    }

    public static Inquiry user(String user, int max) {
        return new Inquiry(Kind.USER, user, "", max);
    }

    public static Inquiry info(String connection) {
        return new Inquiry(Kind.INFO, connection, "", 1);
    }

    public static Inquiry join(String room, String connection) {
        return new Inquiry(Kind.JOIN, connection, room, 0);
    }

    public static Inquiry leave(String room, String connection) {
        return new Inquiry(Kind.LEAVE, connection, room, 0);
    }

    /** Whether it is about one connection, which is on one node. */
    boolean isOfConnection() {
        return kind == Kind.INFO || kind == Kind.JOIN || kind == Kind.LEAVE;
    }
}
