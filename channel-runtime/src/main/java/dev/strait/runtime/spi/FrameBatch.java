package dev.strait.runtime.spi;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Frames that leave in one write, in their order. All members of a room that wait for the same frames get the same batch,
 * so a transport can keep what it has made of one for as long as the same one comes. It never changes. Safe for all threads.
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

    /** A batch of the first of these frames; at least one. */
    public static FrameBatch of(TextFrame[] frames, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("A batch has at least one frame.");
        }
        return new FrameBatch(Arrays.copyOf(frames, count));
    }

    /** Whether it consists of the first of these very frames. */
    public boolean isOf(TextFrame[] others, int count) {
        if (count != frames.length) {
            return false;
        }
        for (int i = count - 1; i >= 0; i--) { // from the end, where two differ first
            if (others[i] != frames[i]) {
                return false;
            }
        }
        return true;
    }

    /** How many frames there are. */
    public int size() {
        return frames.length;
    }

    /** One of the frames, from 0. */
    public TextFrame frame(int index) {
        return frames[index];
    }

    /** How many bytes {@link #writeTo} writes. */
    public int wireBytes() {
        return wireBytes;
    }

    /**
     * Writes all frames as they stand on the wire: each a final, unmasked text frame without extensions (RFC 6455, section
     * 5.2). Where an extension was negotiated, this is right if the extension leaves frames without its bit alone, as
     * permessage-deflate does (RFC 7692, section 6).
     *
     * @param out has room for {@link #wireBytes()}
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
