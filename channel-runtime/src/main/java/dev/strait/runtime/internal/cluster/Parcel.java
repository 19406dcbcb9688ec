package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.spi.Emission;
import dev.strait.runtime.spi.Selection;

/** What one node sends to others. */
sealed interface Parcel {

    /** Returns the id of the node that sends it. */
    String origin();

    /** Returns a number that the origin uses once. */
    long id();

    /** Returns the qualified name of the contract. */
    String channel();

    /** Returns the connections that it is for, on all nodes. */
    Selection to();

    /** A message. Its content is {@link Emission.Encoded}, or a relay with such a message or none. */
    record Emit(String origin, long id, Emission emission) implements Parcel {

        @Override
        public String channel() {
            return emission.channel();
        }

        @Override
        public Selection to() {
            return emission.to();
        }
    }

    /** The end of connections. */
    record Close(String origin, long id, String channel, Selection to, CloseReason reason) implements Parcel {}
}
