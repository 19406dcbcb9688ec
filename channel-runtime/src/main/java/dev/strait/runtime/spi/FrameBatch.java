package dev.strait.runtime.spi;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Frames that are written together, in order. Recipients that wait for the same frames get the same batch, so a
 * transport can reuse the bytes of the last batch while the same one comes. Immutable and safe for all threads.
 */
public final class FrameBatch {

    // RFC 6455, section 5.2.
    private static final byte FINAL_TEXT = (byte) 0x81;
    private static final int SEVEN_BITS = 125;
    private static final int SIXTEEN_BITS = 0xFFFF;
    private static final byte SIXTEEN_BITS_FOLLOW = 126;
    private static final byte SIXTY_FOUR_BITS_FOLLOW = 127;

    private final TextFrame[] frames;
    private final int wireBytes;

    private FrameBatch(TextFrame[] frames) {
        this.frames = frames;
        int bytes = 0;
        for (TextFrame frame : frames) {
            bytes += headerBytes(frame.bytes()) + frame.bytes();
        }
        this.wireBytes = bytes;
    }

    /**
     * Returns a batch of the first {@code count} frames of an array, which is copied.
     *
     * @throws IllegalArgumentException if {@code count} is not positive
     */
    public static FrameBatch of(TextFrame[] frames, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("A batch of " + count + " frames is not valid; it needs at least one.");
        }
        return new FrameBatch(Arrays.copyOf(frames, count));
    }

    /**
     * Returns whether the batch consists of exactly the first {@code count} frames of an array, compared by identity.
     */
    public boolean isOf(TextFrame[] others, int count) {
        if (count != frames.length) {
            return false;
        }
        for (int i = count - 1; i >= 0; i--) { // from the end, where two batches most often differ
            if (others[i] != frames[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the number of frames. */
    public int size() {
        return frames.length;
    }

    /** Returns the frame at an index, starting with 0. */
    public TextFrame frame(int index) {
        return frames[index];
    }

    /** Returns the number of bytes that {@link #writeTo} writes. */
    public int wireBytes() {
        return wireBytes;
    }

    /**
     * Writes all frames in wire format: each is a final, unmasked text frame without extensions (RFC 6455, section
     * 5.2). It is also valid on a connection that negotiated permessage-deflate, which leaves frames without its bit as
     * they are (RFC 7692, section 6).
     *
     * @param out a buffer with at least {@link #wireBytes()} bytes of space
     */
    public void writeTo(ByteBuffer out) {
        for (TextFrame frame : frames) {
            out.put(FINAL_TEXT);
            int bytes = frame.bytes();
            if (bytes <= SEVEN_BITS) {
                out.put((byte) bytes);
            } else if (bytes <= SIXTEEN_BITS) {
                out.put(SIXTEEN_BITS_FOLLOW).putShort((short) bytes);
            } else {
                out.put(SIXTY_FOUR_BITS_FOLLOW).putLong(bytes);
            }
            out.put(frame.utf8());
        }
    }

    private static int headerBytes(int payload) {
        if (payload <= SEVEN_BITS) {
            return 2;
        }
        return payload <= SIXTEEN_BITS ? 4 : 10;
    }
}
