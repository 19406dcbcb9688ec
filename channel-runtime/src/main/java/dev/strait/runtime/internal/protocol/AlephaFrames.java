package dev.strait.runtime.internal.protocol;

import dev.strait.runtime.AlephaProtocol;
import dev.strait.runtime.AlephaProtocol.RoomMarker;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.internal.protocol.ProtocolRules.DefaultRoom;
import dev.strait.runtime.internal.protocol.ProtocolRules.Hello;
import dev.strait.runtime.internal.protocol.ProtocolRules.MalformedText;
import dev.strait.runtime.internal.protocol.ProtocolRules.RefusedOpen;
import dev.strait.runtime.internal.protocol.ProtocolRules.WithoutRooms;
import dev.strait.runtime.spi.TextFrame;
import dev.strait.runtime.spi.codec.ChannelCodec;
import dev.strait.runtime.spi.codec.FieldNames;
import dev.strait.runtime.spi.codec.JsonConstant;
import dev.strait.runtime.spi.codec.JsonReader;
import dev.strait.runtime.spi.codec.JsonWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The frames of Alepha's {@code useRoom}: the URL names the rooms, messages come bare or in an envelope, and there are
 * no control frames.
 */
final class AlephaFrames<I, O> implements Protocol<I, O> {

    private static final ProtocolRules RULES = new ProtocolRules(
            List.of(),
            AlephaFrames::rooms,
            DefaultRoom.FIRST,
            WithoutRooms.CLOSE,
            MalformedText.IGNORE,
            Hello.NONE,
            RefusedOpen.STATUS,
            new CloseReason(1001, "shutdown"),
            new CloseReason(1008, "Max connections per user exceeded"));

    private static final String DEFAULT_ROOM = "default";
    private static final int MARKED = 1;

    private static final FieldNames ENVELOPE = FieldNames.of("roomId", "message");
    private static final long MESSAGE = 0b10;
    private static final JsonConstant ERROR = JsonConstant.name("error");
    private static final RoomField MARKER = new RoomField("__alephaRoom");

    private final ChannelCodec<?, I, O> codec;
    private final RoomMarker marker;
    private final boolean isEnvelopeOnly;

    AlephaFrames(AlephaProtocol settings, ChannelCodec<?, I, O> codec) {
        this.codec = codec;
        this.marker = settings.roomMarker();
        this.isEnvelopeOnly = settings.isEnvelopeOnly();
    }

    /** Returns the names in {@code ?roomIds=a,b} and {@code ?roomId=a&roomId=b}. */
    private static List<String> rooms(Handshake handshake) {
        Set<String> rooms = new LinkedHashSet<>();
        for (String ids : handshake.queryValues("roomIds")) {
            rooms.addAll(List.of(ids.split(",")));
        }
        rooms.addAll(handshake.queryValues("roomId"));
        rooms.remove("");
        return rooms.isEmpty() ? List.of(DEFAULT_ROOM) : List.copyOf(rooms);
    }

    @Override
    public ProtocolRules rules() {
        return RULES;
    }

    @Override
    public Inbound<I> read(JsonReader frame) {
        boolean isBare = !isEnvelopeOnly && !frame.has("message") && !frame.has("roomId");
        if (isBare) {
            return Inbound.ofMessage(null, null, codec.readToServer(frame), null);
        }
        frame.envelope();
        String room = null;
        String message = "";
        long seen = 0;
        for (int field = frame.anyOrder(ENVELOPE, 0); field != FieldNames.END; field = frame.next(ENVELOPE, 0)) {
            seen = frame.once(seen, field);
            if (field == 0) {
                String name = frame.isNull() ? "" : frame.string();
                room = name == null || name.isEmpty() ? null : name; // then the first room is meant
            } else {
                message = frame.raw(); // the message applies its own limits
            }
        }
        frame.require(ENVELOPE, seen, MESSAGE);
        frame.end();
        return Inbound.ofMessage(
                null, room, codec.readToServer(JsonReader.of(message).withRolesOf(frame)), null);
    }

    @Override
    public int variant(boolean isForRoom, boolean hasSeveralRooms) {
        return switch (marker) {
            case MULTI -> isForRoom && hasSeveralRooms ? MARKED : 0;
            case ALWAYS -> isForRoom ? MARKED : 0;
            case NEVER -> 0;
        };
    }

    @Override
    public TextFrame message(TextFrame message, @Nullable String room, int variant) {
        return room == null || variant != MARKED ? message : MARKER.addTo(message, room);
    }

    @Override
    public TextFrame error(@Nullable String id, ErrorAnswer error) {
        try (JsonWriter out = JsonWriter.ofUtf8()) {
            out.beginObject().name(ERROR).value(error.line());
            return new TextFrame("error", out.endObject().finishUtf8());
        }
    }
}
