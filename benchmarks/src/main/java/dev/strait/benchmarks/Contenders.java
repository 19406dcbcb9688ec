package dev.strait.benchmarks;

import java.util.List;

/** Checks and warms up every contender before it is measured. */
final class Contenders {

    private static final List<Traffic> VALID = List.of(Traffic.SMALL, Traffic.MEDIUM, Traffic.LARGE, Traffic.MIX);
    private static final int WARMUP_ROUNDS = 300;

    private Contenders() {}

    /** Throws unless the contender decodes what Strait encodes, and the other way round, to equal records. */
    static void requireEqual(Contender.Kind kind, Contender contender) throws Exception {
        MessagesCodec strait = new MessagesCodec();
        for (Traffic traffic : VALID) {
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
            throw new IllegalStateException(kind.title() + " decodes or encodes a different record: " + frame);
        }
    }

    static void warm(Contender contender) throws Exception {
        for (int round = 0; round < WARMUP_ROUNDS; round++) {
            for (Traffic traffic : VALID) {
                for (String frame : traffic.frames()) {
                    contender.encode(contender.decode(frame));
                }
            }
        }
    }
}
