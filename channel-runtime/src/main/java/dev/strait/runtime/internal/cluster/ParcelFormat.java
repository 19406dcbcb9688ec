package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.spi.Emission;
import dev.strait.runtime.spi.Relay;
import dev.strait.runtime.spi.Selection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parcels as bytes: the version, the kind, the link, the origin, the id, the fields of the kind, and of a message what its origin has
 * encoded. Nodes of different versions of Strait read each other's parcels: a reader accepts its own version and the one
 * before, a writer uses the newest one that all other nodes read, and bytes behind the known fields are ignored. Parcels
 * that introduce a node have the same format in all versions, and all parcels begin alike.
 */
final class ParcelFormat {

    /** Versions before this one are not read. */
    static final int OLDEST = 1;

    static final int NEWEST = 1;

    /** Stands for the version of parcels that are the same in all versions. */
    private static final int ALL = 0;

    private static final int EMIT = 1;
    private static final int RELAY = 2;
    private static final int CLOSE = 3;
    private static final int QUESTION = 4;
    private static final int REPLY = 5;
    private static final int ALIVE = 6;
    private static final int GOODBYE = 7;

    private static final List<Inquiry.Kind> INQUIRIES = List.of(Inquiry.Kind.values());

    private ParcelFormat() {}

    /**
     * Returns a parcel as bytes.
     *
     * @param version one that the recipients read
     * @param link the number of the origin's connection to the engine
     */
    static byte[] write(Parcel parcel, int version, int link) {
        ParcelOutput out = new ParcelOutput();
        try {
            boolean isOfAllVersions = parcel instanceof Parcel.Alive || parcel instanceof Parcel.Goodbye;
            out.octet(isOfAllVersions ? ALL : version);
            out.octet(kind(parcel));
            out.number(link);
            out.text(parcel.origin());
            out.number(parcel.id());
            fields(out, parcel);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static int kind(Parcel parcel) {
        if (parcel instanceof Parcel.Emit emit) {
            return emit.emission().message() instanceof Relay ? RELAY : EMIT;
        }
        if (parcel instanceof Parcel.Close) {
            return CLOSE;
        }
        if (parcel instanceof Parcel.Question) {
            return QUESTION;
        }
        if (parcel instanceof Parcel.Reply) {
            return REPLY;
        }
        return parcel instanceof Parcel.Alive ? ALIVE : GOODBYE;
    }

    private static void fields(ParcelOutput out, Parcel parcel) throws IOException {
        if (parcel instanceof Parcel.Addressed addressed) {
            out.text(addressed.channel());
            out.selection(addressed.to());
        }
        if (parcel instanceof Parcel.Emit emit) {
            emission(out, emit.emission());
        } else if (parcel instanceof Parcel.Close close) {
            out.number(close.reason().code());
            out.text(close.reason().text());
            out.number(close.ageMillis());
        } else if (parcel instanceof Parcel.Question question) {
            Inquiry inquiry = question.inquiry();
            out.text(question.channel());
            out.octet(INQUIRIES.indexOf(inquiry.kind()));
            out.text(inquiry.subject());
            out.text(inquiry.room());
            out.number(inquiry.max());
        } else if (parcel instanceof Parcel.Reply reply) {
            out.number(reply.question());
            out.number(reply.findings().count());
            out.texts(reply.findings().rooms());
            out.connections(reply.findings().connections());
        } else if (parcel instanceof Parcel.Alive alive) {
            out.text(alive.name());
            out.octet(alive.oldestVersion());
            out.octet(alive.newestVersion());
            out.texts(alive.channels());
            out.flag(alive.isNew());
        }
    }

    private static void emission(ParcelOutput out, Emission emission) throws IOException {
        out.text(emission.type());
        Object content = emission.message();
        if (content instanceof Relay relay) {
            out.text(relay.room());
            out.text(relay.from());
            out.text(relay.payload());
            content = relay.message();
        }
        out.flag(content != null);
        if (content != null) {
            out.bytes(((Emission.Encoded) content).utf8());
        }
    }

    /** By which connection to the engine a parcel has come. */
    record Sent(String origin, int link) {}

    /**
     * Reads the beginning of a parcel.
     *
     * @throws IOException it is no parcel
     */
    static Sent sent(byte[] bytes) throws IOException {
        ParcelInput in = new ParcelInput(bytes);
        in.octet();
        in.octet();
        int link = in.number();
        return new Sent(in.text(), link);
    }

    /**
     * Reads a parcel.
     *
     * @throws IOException it is of another version or kind, or no parcel
     */
    static Parcel read(byte[] bytes) throws IOException {
        ParcelInput in = new ParcelInput(bytes);
        int version = in.octet();
        int kind = in.octet();
        boolean isOfAllVersions = version == ALL && (kind == ALIVE || kind == GOODBYE);
        if (!isOfAllVersions && (version < OLDEST || version > NEWEST)) {
            throw new IOException("version " + version + ", kind " + kind);
        }
        in.number();
        String origin = in.text();
        long id = in.longNumber();
        return switch (kind) {
            case EMIT, RELAY -> new Parcel.Emit(origin, id, emission(in, kind == RELAY));
            case CLOSE ->
                new Parcel.Close(
                        origin,
                        id,
                        in.text(),
                        in.selection(),
                        new CloseReason(in.number(), in.text()),
                        in.longNumber());
            case QUESTION -> new Parcel.Question(origin, id, in.text(), inquiry(in));
            case REPLY ->
                new Parcel.Reply(
                        origin,
                        id,
                        in.longNumber(),
                        new Findings(in.number(), List.copyOf(in.texts()), in.connections()));
            case ALIVE -> new Parcel.Alive(origin, id, in.text(), in.octet(), in.octet(), in.texts(), in.flag());
            case GOODBYE -> new Parcel.Goodbye(origin, id);
            default -> throw new IOException("kind " + kind);
        };
    }

    private static Emission emission(ParcelInput in, boolean isRelay) throws IOException {
        String channel = in.text();
        Selection to = in.selection();
        String type = in.text();
        if (isRelay) {
            return new Emission(channel, to, type, new Relay(in.text(), in.text(), in.text(), message(in)));
        }
        Emission.Encoded message = message(in);
        if (message == null) {
            throw new IOException("no message");
        }
        return new Emission(channel, to, type, message);
    }

    private static Emission.@Nullable Encoded message(ParcelInput in) throws IOException {
        return in.flag() ? new Emission.Encoded(in.bytes()) : null;
    }

    private static Inquiry inquiry(ParcelInput in) throws IOException {
        int kind = in.octet();
        if (kind >= INQUIRIES.size()) {
            throw new IOException("inquiry " + kind);
        }
        return new Inquiry(INQUIRIES.get(kind), in.text(), in.text(), in.number());
    }
}
