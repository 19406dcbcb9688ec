package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.spi.Emission;
import dev.strait.runtime.spi.Selection;
import java.util.Set;

/** What one node sends to others. */
sealed interface Parcel {

    /** Returns the id of the node that sends it. */
    String origin();

    /** Returns a number that the origin uses once. */
    long id();

    /** For connections of a channel, on all nodes. */
    sealed interface Addressed extends Parcel {

        /** Returns the qualified name of the contract. */
        String channel();

        Selection to();
    }

    /** A message. Its content is {@link Emission.Encoded}, or a relay with such a message or none. */
    record Emit(String origin, long id, Emission emission) implements Addressed {

        @Override
        public String channel() {
            return emission.channel();
        }

        @Override
        public Selection to() {
            return emission.to();
        }
    }

    /**
     * The end of connections.
     *
     * @param ageMillis how long ago it was decided; connections that have begun since then stay
     */
    record Close(String origin, long id, String channel, Selection to, CloseReason reason, long ageMillis)
            implements Addressed {}

    /**
     * A question, which each node answers that gets it.
     *
     * @param channel the qualified name of the contract
     */
    record Question(String origin, long id, String channel, Inquiry inquiry) implements Parcel {}

    /**
     * The answer of one node.
     *
     * @param question the id of the question
     */
    record Reply(String origin, long id, long question, Findings findings) implements Parcel {}

    /**
     * The origin lives. This kind and {@link Goodbye} have the same format in all versions.
     *
     * @param name its name for people
     * @param oldestVersion the oldest version of parcels that it reads
     * @param newestVersion the newest one
     * @param channels those that it serves
     * @param isNew whether it wants to know the others
     */
    record Alive(
            String origin,
            long id,
            String name,
            int oldestVersion,
            int newestVersion,
            Set<String> channels,
            boolean isNew)
            implements Parcel {}

    /** The origin stops. */
    record Goodbye(String origin, long id) implements Parcel {}
}
