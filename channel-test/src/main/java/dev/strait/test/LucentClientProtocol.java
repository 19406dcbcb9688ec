package dev.strait.test;

import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.codec.ChannelCodec;
import dev.strait.runtime.spi.codec.FieldNames;
import dev.strait.runtime.spi.codec.JsonConstant;
import dev.strait.runtime.spi.codec.JsonReader;
import dev.strait.runtime.spi.codec.JsonWriter;
import dev.strait.runtime.spi.codec.TypeNames;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The protocol of Lucent's plugin: frames join and leave rooms. */
final class LucentClientProtocol<I, O> extends AsklessClientProtocol<I, O> {

    private static final JsonConstant TYPE = JsonConstant.name("type");
    private static final JsonConstant ROOM = JsonConstant.name("room");
    private static final JsonConstant ROOM_OF_MESSAGE = JsonConstant.name("$room");

    private static final TypeNames CONTROLS =
            TypeNames.of("error", "connected", "message", "joined", "left", "pong", "ping");
    private static final int NO_CONTROL = -1;
    private static final int ERROR = 0;
    private static final int CONNECTED = 1;
    private static final int RELAYED = 2;

    private static final FieldNames RELAY = FieldNames.of("room", "payload");

    private final ChannelCodec<?, I, O> codec;

    LucentClientProtocol(ChannelContract<?, I, O> contract) {
        super("Lucent");
        this.codec = contract.codec();
    }

    @Override
    public List<String> roomsInQuery(List<String> rooms) {
        return List.of();
    }

    @Override
    public String join(String room) {
        return control("join", room);
    }

    @Override
    public String leave(String room) {
        return control("leave", room);
    }

    private static String control(String type, String room) {
        try (JsonWriter out = JsonWriter.ofText()) {
            out.beginObject().name(TYPE).value(type);
            out.name(ROOM).value(room);
            return out.endObject().finish();
        }
    }

    @Override
    String message(I message, @Nullable String room) {
        try (JsonWriter out = JsonWriter.ofText()) {
            codec.writeToServer(out, message);
            if (room != null) {
                out.name(ROOM_OF_MESSAGE).value(room);
            }
            return out.endObject().finish();
        }
    }

    @Override
    public void read(String frame, Arrivals<O> arrivals) {
        JsonReader in = JsonReader.of(frame);
        switch (in.control(CONTROLS)) {
            case ERROR -> arrivals.error(new ErrorFrame("error", text(frame, "message"), List.of(), null), null);
            case CONNECTED -> arrivals.connected(text(frame, "id"));
            case RELAYED -> readRelayed(in, arrivals);
            case NO_CONTROL -> arrivals.message(codec.readToClient(in), null, null);
            default -> {} // an acknowledgement
        }
    }

    private static String text(String frame, String field) {
        return Objects.requireNonNullElse(JsonReader.of(frame).textOf(field), "");
    }

    /** What other clients broadcast may be a message of the server, or anything else, which only the frames show. */
    private void readRelayed(JsonReader in, Arrivals<O> arrivals) {
        String room = null;
        String payload = "";
        for (int field = in.anyOrder(RELAY, 0); field != FieldNames.END; field = in.next(RELAY, 0)) {
            if (field == 0) {
                room = in.string();
            } else {
                payload = in.raw();
            }
        }
        in.end();
        O message;
        try {
            message = codec.readToClient(JsonReader.of(payload));
        } catch (FrameException anythingElse) {
            return;
        }
        arrivals.message(message, room, null);
    }
}
