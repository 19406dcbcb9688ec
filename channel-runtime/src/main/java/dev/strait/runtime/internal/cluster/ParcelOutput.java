package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.spi.Selection;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

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

    void bytes(byte @Nullable [] value) throws IOException {
        out.writeInt(value == null ? -1 : value.length);
        if (value != null) {
            out.write(value);
        }
    }

    void text(String value) throws IOException {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    void texts(Collection<String> values) throws IOException {
        out.writeInt(values.size());
        for (String each : values) {
            text(each);
        }
    }

    void selection(Selection value) throws IOException {
        texts(value.rooms());
        texts(value.users());
        texts(value.connections());
        flag(value.everyone());
        texts(value.exceptConnections());
        texts(value.exceptUsers());
    }

    void connections(Collection<ConnectionInfo> values) throws IOException {
        out.writeInt(values.size());
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
