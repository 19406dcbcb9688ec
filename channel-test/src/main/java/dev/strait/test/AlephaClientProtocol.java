package dev.strait.test;

import dev.strait.runtime.AlephaProtocol;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.codec.ChannelCodec;
import dev.strait.runtime.spi.codec.JsonConstant;
import dev.strait.runtime.spi.codec.JsonReader;
import dev.strait.runtime.spi.codec.JsonWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The protocol of Alepha's {@code useRoom}: the URL names the rooms, and a frame may name one of them. */
final class AlephaClientProtocol<I, O> extends AsklessClientProtocol<I, O> {

    private static final JsonConstant ROOM = JsonConstant.name("roomId");
    private static final JsonConstant MESSAGE = JsonConstant.name("message");

    private final AlephaProtocol settings;
    private final ChannelCodec<?, I, O> codec;

    AlephaClientProtocol(AlephaProtocol settings, ChannelContract<?, I, O> contract) {
        super("Alepha");
        this.settings = settings;
        this.codec = contract.codec();
    }

    @Override
    public List<String> roomsInQuery(List<String> rooms) {
        return rooms.stream().flatMap(room -> List.of("roomId", room).stream()).toList();
    }

    @Override
    public String join(String room) {
        throw new IllegalStateException(
                "Clients of Alepha name their rooms in the URL. Pass the rooms to connect(...).");
    }

    @Override
    public String leave(String room) {
        throw new IllegalStateException("Clients of Alepha stay in the rooms of their URL. Use leave() to disconnect.");
    }

    @Override
    String message(I message, @Nullable String room) {
        String bare = codec.encodeToServer(message);
        if (room == null && !settings.isEnvelopeOnly()) {
            return bare;
        }
        try (JsonWriter out = JsonWriter.ofText()) {
            out.beginObject();
            if (room != null) {
                out.name(ROOM).value(room);
            }
            out.name(MESSAGE).raw(bare);
            return out.endObject().finish();
        }
    }

    @Override
    public void read(String frame, Arrivals<O> arrivals) {
        JsonReader in = JsonReader.of(frame);
        String error = in.has("type") ? null : in.textOf("error");
        if (error != null) {
            arrivals.error(new ErrorFrame("error", error, List.of(), null), null);
            return;
        }
        String room = in.textOf("__alephaRoom");
        arrivals.message(Objects.requireNonNull(codec.readToClient(in)), room, null);
    }
}
