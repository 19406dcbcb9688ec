package dev.strait.test;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the frames of one protocol, as a client.
 *
 * @param <I> the client's messages
 * @param <O> the server's messages
 */
interface ClientProtocol<I, O> {

    /** What a frame of the server means. */
    interface Arrivals<O> {

        /**
         * A message.
         *
         * @param room the name of the room in the frame; null if it names none
         * @param id the id of an ask, as JSON; null if it is not an ask
         */
        void message(O message, @Nullable String room, @Nullable String id);

        /**
         * An answer to an ask of the client.
         *
         * @param id the id of the ask, as JSON
         */
        void answer(String id, String frame);

        /**
         * An error.
         *
         * @param id the id of the client's frame, as JSON; null if the error names none
         */
        void error(ErrorFrame error, @Nullable String id);

        /** The id of the connection. */
        void connected(String id);
    }

    /** Whether clients begin with a hello, and learn the id of their connection. */
    boolean hasHello();

    /** Returns the names and values of the query that joins rooms, in turn; empty if they are joined by frames. */
    List<String> roomsInQuery(List<String> rooms);

    String hello(@Nullable String token);

    /** Returns the frame that joins a room. */
    String join(String room);

    /** Returns the frame that leaves a room. */
    String leave(String room);

    /**
     * Returns the frame of a message.
     *
     * @param room the name of its room; null if it names none
     * @param id the id of an ask; null if it is not one
     */
    String message(I message, @Nullable String room, @Nullable String id);

    /** Returns the frame with an answer to an ask of the server. */
    String answer(O ask, Object answer, String id);

    /** Returns the frame that refuses an ask of the server. */
    String refusal(String code, String text, String id);

    /** Reads a frame. */
    void read(String frame, Arrivals<O> arrivals);

    /** Reads the answer to an ask of the client. */
    Object readAnswer(String frame, I ask);
}
