package dev.strait.benchmarks;

import java.util.List;

/** What is done with every contender before it is timed. */
final class Contenders {

    private static final List<Traffic> RIGHT = List.of(Traffic.SMALL, Traffic.MEDIUM, Traffic.LARGE, Traffic.MIX);
    private static final int ROUNDS = 300;

    private Contenders() {}

    /** Refuses one that does not read what Strait writes as the same records, and write what Strait reads as the same. */
    static void requireEqual(Contender.Kind kind, Contender contender) throws Exception {
        MessagesCodec strait = new MessagesCodec();
        for (Traffic traffic : RIGHT) {
            for (Messages.ToServer message : traffic.messages()) {
                String frame = strait.encodeToServer(message);
                require(kind, message.equals(contender.decode(frame)), frame);
                require(kind, message.equals(contender.decode(Samples.utf8(frame))), frame);
                require(kind, message.equals(strait.decodeToServer(contender.encode(message))), frame);
                require(kind, message.equals(strait.decodeToServer(contender.encodeUtf8(message))), frame);
            }
        }
    }

    private static void require(Contender.Kind kind, boolean isEqual, String frame) {
        if (!isEqual) {
            throw new IllegalStateException(kind.title() + " reads or writes other records: " + frame);
        }
    }

    static void warm(Contender contender) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            for (Traffic traffic : RIGHT) {
                for (String frame : traffic.frames()) {
                    contender.encode(contender.decode(frame));
                }
            }
        }
    }
}
