package dev.strait.tests.soak;

import java.nio.ByteBuffer;

/** Reads frames of a server, in any pieces. Keeps only the start of each payload. */
final class ServerFrames {

    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;

    /** Control frames are kept whole, and the fields that the programs read are at the start of a message. */
    private static final int MAX_KEPT = 256;

    private static final int MAX_SHORT = 125;
    private static final int TWO_BYTES = 126;

    /** Gets each frame. */
    @FunctionalInterface
    interface Sink {

        /**
         * Takes a frame.
         *
         * @param start the start of its payload; valid only during the call
         */
        void frame(int opcode, ByteBuffer start);
    }

    private final Sink sink;
    private final ByteBuffer header = ByteBuffer.allocate(10);
    private final ByteBuffer kept = ByteBuffer.allocate(MAX_KEPT);
    /** The bytes of the payload that have not arrived; -1 while the header is incomplete. */
    private long missing = -1;

    ServerFrames(Sink sink) {
        this.sink = sink;
    }

    /** Takes all bytes of a buffer. */
    void read(ByteBuffer in) {
        while (in.hasRemaining()) {
            if (missing < 0) {
                header.put(in.get());
                readHeader();
            } else {
                readPayload(in);
            }
            if (missing == 0) {
                sink.frame(header.get(0) & 0xF, kept.flip());
                header.clear();
                kept.clear();
                missing = -1;
            }
        }
    }

    private void readHeader() {
        if (header.position() < 2) {
            return;
        }
        int shortLength = header.get(1) & 0xFF;
        if (shortLength <= MAX_SHORT) {
            missing = shortLength;
        } else if (shortLength == TWO_BYTES && header.position() == 4) {
            missing = header.getShort(2) & 0xFFFF;
        } else if (header.position() == 10) {
            missing = header.getLong(2);
        }
    }

    private void readPayload(ByteBuffer in) {
        int length = (int) Math.min(missing, in.remaining());
        int keep = Math.min(length, kept.remaining());
        kept.put(kept.position(), in, in.position(), keep).position(kept.position() + keep);
        in.position(in.position() + length);
        missing -= length;
    }
}
