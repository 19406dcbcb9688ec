package dev.strait.server;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream of exactly the announced number of bytes of a file, even if the file changes while it is read. If the file
 * became shorter, reading fails, which breaks the response.
 */
final class ExactStream extends FilterInputStream {

    private long left;

    ExactStream(InputStream in, long bytes) {
        super(in);
        this.left = bytes;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(in.available(), left);
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = in.skip(Math.min(bytes, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = in.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("The file became shorter while it was served.");
        }
        left -= count;
        return count;
    }
}
