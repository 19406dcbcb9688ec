package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.spi.Emission;
import dev.strait.runtime.spi.Relay;
import dev.strait.runtime.spi.Selection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parcels as bytes: the version, the kind, the header, and the message as its origin has encoded it. Nodes of different
 * versions of Strait read each other's parcels: a reader accepts its own version and the one before, and ignores what follows
 * the fields that it knows.
 */
final class ParcelFormat {

    /** Versions before this one are not read. */
    static final int OLDEST = 1;

    static final int VERSION = 1;

    private static final int EMIT = 1;
    private static final int RELAY = 2;
    private static final int CLOSE = 3;

    private ParcelFormat() {}

    static byte[] write(Parcel parcel) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            if (parcel instanceof Parcel.Close close) {
                out.writeByte(CLOSE);
                header(out, close);
                out.writeInt(close.reason().code());
                text(out, close.reason().text());
            } else if (parcel instanceof Parcel.Emit emit) {
                emit(out, emit);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void emit(DataOutputStream out, Parcel.Emit emit) throws IOException {
        Object content = emit.emission().message();
        boolean isRelay = content instanceof Relay;
        out.writeByte(isRelay ? RELAY : EMIT);
        header(out, emit);
        text(out, emit.emission().type());
        if (content instanceof Relay relay) {
            text(out, relay.room());
            text(out, relay.from());
            text(out, relay.payload());
            content = relay.message();
        }
        bytes(out, content == null ? null : ((Emission.Encoded) content).utf8());
    }

    private static void header(DataOutputStream out, Parcel parcel) throws IOException {
        text(out, parcel.origin());
        out.writeLong(parcel.id());
        text(out, parcel.channel());
        Selection to = parcel.to();
        texts(out, to.rooms());
        texts(out, to.users());
        texts(out, to.connections());
        out.writeBoolean(to.everyone());
        texts(out, to.exceptConnections());
        texts(out, to.exceptUsers());
    }

    private static void texts(DataOutputStream out, Set<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String each : texts) {
            text(out, each);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    /**
     * Reads a parcel.
     *
     * @throws IOException it is of another version or kind, or no parcel
     */
    static Parcel read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int version = in.readUnsignedByte();
        if (version < OLDEST || version > VERSION) {
            throw new IOException("version " + version);
        }
        int kind = in.readUnsignedByte();
        String origin = text(in);
        long id = in.readLong();
        String channel = text(in);
        Selection to = new Selection(texts(in), texts(in), texts(in), in.readBoolean(), texts(in), texts(in));
        return switch (kind) {
            case EMIT -> new Parcel.Emit(origin, id, new Emission(channel, to, text(in), encoded(in)));
            case RELAY -> {
                String type = text(in);
                Relay relay = new Relay(text(in), text(in), text(in), message(in));
                yield new Parcel.Emit(origin, id, new Emission(channel, to, type, relay));
            }
            case CLOSE -> new Parcel.Close(origin, id, channel, to, new CloseReason(in.readInt(), text(in)));
            default -> throw new IOException("kind " + kind);
        };
    }

    private static Emission.Encoded encoded(DataInputStream in) throws IOException {
        Emission.Encoded message = message(in);
        if (message == null) {
            throw new IOException("no message");
        }
        return message;
    }

    private static Emission.@Nullable Encoded message(DataInputStream in) throws IOException {
        byte[] utf8 = bytes(in);
        return utf8 == null ? null : new Emission.Encoded(utf8);
    }

    private static Set<String> texts(DataInputStream in) throws IOException {
        int count = in.readInt();
        Set<String> texts = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            texts.add(text(in));
        }
        return texts;
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] utf8 = bytes(in);
        if (utf8 == null) {
            throw new IOException("no text");
        }
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return null;
        }
        if (length > in.available()) {
            throw new IOException("a field of " + length + " bytes");
        }
        return in.readNBytes(length);
    }
}
