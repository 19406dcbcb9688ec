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
import org.jspecify.annotations.Nullable;

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

    byte @Nullable [] bytes() throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return null;
        }
        if (length > in.available()) {
            throw new IOException("a field of " + length + " bytes");
        }
        return in.readNBytes(length);
    }

    String text() throws IOException {
        byte[] utf8 = bytes();
        if (utf8 == null) {
            throw new IOException("no text");
        }
        return new String(utf8, StandardCharsets.UTF_8);
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
        return new Selection(texts(), texts(), texts(), flag(), texts(), texts());
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

    /** Each item has at least one byte. */
    private int count() throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.available()) {
            throw new IOException(count + " items");
        }
        return count;
    }
}
