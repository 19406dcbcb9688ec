package dev.strait.runtime.spi;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Connects the nodes of an application: a bus that carries envelopes to the nodes that have subscribed to their topic. By
 * default a hub has no other nodes.
 *
 * <p>Implementations are safe for all threads. No method blocks, and none calls {@link Arrivals} or completes a stage on the
 * caller's stack, except with a stage that it returns complete. Stages fail with {@link Unavailable} only.
 *
 * @see dev.strait.runtime.ChannelHub.Builder#backplane
 */
public interface Backplane extends AutoCloseable {

    /**
     * Where envelopes go.
     *
     * @param channel the qualified name of the contract; empty for topics of nodes
     * @param name the room, the user or the node; empty for a channel. It consists of ASCII letters, digits and the characters
     *     {@code _ . : - / %}: the runtime escapes others. Adapters escape what their engine cannot represent
     */
    record Topic(Kind kind, String channel, String name) {

        /** What a topic belongs to. */
        public enum Kind {
            ROOM,
            USER,
            CHANNEL,
            NODE
        }
    }

    /**
     * A header of the runtime, and a message as its origin has encoded it. Adapters carry the bytes as they are, and do not
     * change or keep the array.
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Envelope(byte[] bytes) {}

    /** The runtime's side. Called on any thread; never blocks. Calls about one topic come one after the other. */
    interface Arrivals {

        /** An envelope has arrived; also one that this node has published. */
        void received(Topic topic, Envelope envelope);

        /** The engine is reachable, and the subscriptions from before are confirmed: those that were lost, and those that failed. */
        void up();

        /** The engine is not reachable, or not yet. */
        void down(Optional<Throwable> why);

        /** Subscriptions were lost while the engine was reachable, and are confirmed again. */
        void lost(Set<Topic> topics);
    }

    /**
     * Connects this node. Called once, before any other method but {@link #isAlone}. The engine may become reachable later: then
     * the stage completes, and {@link Arrivals#up} is called.
     *
     * @param nodeId 8 letters, digits, hyphens and underscores, new with each start
     */
    CompletionStage<Void> start(String nodeId, Arrivals arrivals);

    /** Whether there can be no other node. Then nothing is encoded, published or subscribed. */
    default boolean isAlone() {
        return false;
    }

    /**
     * Publishes an envelope to the nodes that have subscribed to a topic, this one included. What one node publishes to one topic
     * arrives in that order. Fails at once while the engine is not reachable; nothing is sent later. May fail at once if more
     * than 1,000 envelopes are waiting to be accepted.
     *
     * @return completes when the engine has accepted the envelope
     */
    CompletionStage<Void> publish(Topic topic, Envelope envelope);

    /**
     * Subscribes to a topic, until {@link #unsubscribe}. If the engine is not reachable, the stage fails, and the subscription is
     * made and confirmed before {@link Arrivals#up}.
     *
     * @return completes when the engine has confirmed it: everything that is published from then on arrives
     */
    CompletionStage<Void> subscribe(Topic topic);

    /** Ends a subscription. An envelope that is on its way may still arrive. */
    void unsubscribe(Topic topic);

    /**
     * Gives up the connection to the engine and makes a new one, because what this node publishes does not come back: the
     * connection may lead to a server that has lost its role. {@link Arrivals#down} and {@link Arrivals#up} follow.
     */
    default void reconnect() {}

    /** Disconnects this node. Called once, when the hub has closed its connections. */
    @Override
    void close();

    /** The engine cannot be reached, or has refused. */
    final class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final boolean mayHaveHappened;

        /**
         * Creates an exception.
         *
         * @param mayHaveHappened whether the request was sent, so that it may still take effect
         */
        public Unavailable(boolean mayHaveHappened, Throwable cause) {
            super(mayHaveHappened ? "The engine did not answer." : "The engine cannot be reached.", cause);
            this.mayHaveHappened = mayHaveHappened;
        }

        /** Whether the request was sent, so that it may still take effect. */
        public boolean mayHaveHappened() {
            return mayHaveHappened;
        }
    }
}
