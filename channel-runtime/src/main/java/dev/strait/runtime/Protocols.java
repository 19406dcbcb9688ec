package dev.strait.runtime;

/** Creates the protocols that an endpoint can be served with. */
public final class Protocols {

    private Protocols() {}

    /** Returns the protocol of Strait's own clients, which is the default. */
    public static StraitProtocol strait() {
        return StraitProtocol.INSTANCE;
    }

    /** Returns the protocol of Lucent's WebSocket plugin. Clients may not broadcast, and joins are not acknowledged. */
    public static LucentProtocol lucent() {
        return new LucentProtocol(false, false, LucentProtocol.Relayed.WRAPPED);
    }

    /**
     * Returns the protocol of Alepha's {@code useRoom}. Frames to connections in several rooms carry the name of the
     * room, and a message has at most 1 MiB.
     */
    public static AlephaProtocol alepha() {
        return new AlephaProtocol(AlephaProtocol.RoomMarker.MULTI, false);
    }
}
