package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.spi.Selection;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the fields of parcels. Fails on whatever {@link ParcelOutput} does not write. */
final class ParcelInput {

    private final DataInputStream in;

    ParcelInput(byte[] bytes) {
        this.in = new DataInputStream(new ByteArrayInputStream(bytes));
    }

    int octet() throws IOException {
        return in.readUnsignedByte();
    }

    boolean flag() throws IOException {
        return in.readBoolean();
    }

    int number() throws IOException {
        return in.readInt();
    }

    long longNumber() throws IOException {
        return in.readLong();
    }

    byte[] bytes() throws IOException {
        return in.readNBytes(count());
    }

    String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    Set<String> texts() throws IOException {
        int count = count();
        Set<String> texts = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    Selection selection() throws IOException {
        int present = in.readUnsignedByte();
        return new Selection(
                part(present, 0),
                part(present, 1),
                part(present, 2),
                (present & 1 << 5) != 0,
                part(present, 3),
                part(present, 4));
    }

    private Set<String> part(int present, int index) throws IOException {
        return (present & 1 << index) == 0 ? Set.of() : texts();
    }

    List<ConnectionInfo> connections() throws IOException {
        int count = count();
        List<ConnectionInfo> connections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ConnectionInfo.Builder builder =
                    ConnectionInfo.builder(text(), text()).path(text());
            boolean hasUser = flag();
            String user = text();
            connections.add(builder.user(hasUser ? user : null)
                    .rooms(texts())
                    .since(Instant.ofEpochMilli(longNumber()))
                    .build());
        }
        return connections;
    }

    /** Returns a number of bytes, or of items that have at least one byte each. */
    private int count() throws IOException {
        int count = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            int next = in.readUnsignedByte();
            count |= (next & 0x7F) << shift;
            if (next < 0x80) {
                if (count < 0 || count > in.available()) {
                    break;
                }
                return count;
            }
        }
        throw new IOException("a field that is longer than the parcel");
    }
}
