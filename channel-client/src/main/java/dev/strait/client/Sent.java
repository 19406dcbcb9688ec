package dev.strait.client;

/** What became of a message. */
public enum Sent {
    /** It was handed to the connection. A connection that breaks may still lose it. */
    SENT,
    /** It waits for the connection, for its room, or for the server's rate. */
    QUEUED,
    /** It is not sent, and {@link ChannelClient#onDropped} tells why. */
    DROPPED
}
