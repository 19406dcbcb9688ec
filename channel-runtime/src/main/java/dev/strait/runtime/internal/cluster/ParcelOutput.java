package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.spi.Selection;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Writes the fields of parcels. */
final class ParcelOutput {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private final DataOutputStream out = new DataOutputStream(bytes);

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    void octet(int value) throws IOException {
        out.writeByte(value);
    }

    void flag(boolean value) throws IOException {
        out.writeBoolean(value);
    }

    void number(int value) throws IOException {
        out.writeInt(value);
    }

    void number(long value) throws IOException {
        out.writeLong(value);
    }

    /** A number that is not negative, in one byte for each 7 bits. */
    void count(int value) throws IOException {
        int left = value;
        while (left >= 0x80) {
            out.writeByte(left | 0x80);
            left >>>= 7;
        }
        out.writeByte(left);
    }

    void bytes(byte[] value) throws IOException {
        count(value.length);
        out.write(value);
    }

    void text(String value) throws IOException {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    void texts(Collection<String> values) throws IOException {
        count(values.size());
        for (String each : values) {
            text(each);
        }
    }

    /** Only the parts that are not empty. */
    void selection(Selection value) throws IOException {
        List<Set<String>> parts = List.of(
                value.rooms(), value.users(), value.connections(), value.exceptConnections(), value.exceptUsers());
        int present = value.everyone() ? 1 << parts.size() : 0;
        for (int i = 0; i < parts.size(); i++) {
            present |= parts.get(i).isEmpty() ? 0 : 1 << i;
        }
        out.writeByte(present);
        for (Set<String> part : parts) {
            if (!part.isEmpty()) {
                texts(part);
            }
        }
    }

    void connections(Collection<ConnectionInfo> values) throws IOException {
        count(values.size());
        for (ConnectionInfo each : values) {
            text(each.id());
            text(each.channel());
            text(each.path());
            flag(each.user().isPresent());
            text(each.user().orElse(""));
            texts(each.rooms());
            number(each.since().toEpochMilli());
        }
    }
}
