package dev.strait.client;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a link needs of its client. All but {@link #read} is called while the client's lock is held. */
interface LinkOwner {

    /**
     * A frame that was read.
     *
     * @param isError whether it is an error of the server
     * @param take what it does; the client's lock is held
     */
    record Received(boolean isError, Runnable take) {

        static Received of(Runnable take) {
            return new Received(false, take);
        }

        static Received ofError(Runnable take) {
            return new Received(true, take);
        }
    }

    /** Returns where to connect to. */
    URI uri(Map<String, String> query);

    String hello(@Nullable String token);

    String auth(String token);

    /** Reads a frame. Called without the lock, because reading may take a while. */
    Received read(String text);

    /** Whether an ask waits for its answer. */
    boolean isAsking();

    void became(ClientState state);

    void disconnected();

    /** The socket has sent so much that there is room for more. */
    void writable();
}
