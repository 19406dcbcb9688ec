package dev.strait.runtime;

/** The protocols that a channel can be deployed with. */
public final class Protocols {

    private Protocols() {}

    /** The protocol of Strait's own clients, which is the default. */
    public static StraitProtocol strait() {
        return StraitProtocol.INSTANCE;
    }

    /** The protocol of browsers that were written for Lucent's WebSocket plugin. Clients may not relay, nothing is acknowledged. */
    public static LucentProtocol lucent() {
        return new LucentProtocol(false, false, LucentProtocol.Relayed.WRAPPED);
    }

    /**
     * The protocol of browsers that were written for Alepha's {@code useRoom}. Rooms are marked for connections in several
     * of them, and a frame has 1 MiB at most.
     */
    public static AlephaProtocol alepha() {
        return new AlephaProtocol(AlephaProtocol.RoomMarker.MULTI, AlephaProtocol.FRAME_BYTES);
    }
}
