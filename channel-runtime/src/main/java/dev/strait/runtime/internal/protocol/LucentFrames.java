package dev.strait.runtime.internal.protocol;

import dev.strait.Ask;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.LucentProtocol;
import dev.strait.runtime.LucentProtocol.Relayed;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.internal.protocol.Inbound.Kind;
import dev.strait.runtime.internal.protocol.Inbound.Payload;
import dev.strait.runtime.internal.protocol.ProtocolRules.DefaultRoom;
import dev.strait.runtime.internal.protocol.ProtocolRules.Hello;
import dev.strait.runtime.internal.protocol.ProtocolRules.MalformedText;
import dev.strait.runtime.internal.protocol.ProtocolRules.RefusedOpen;
import dev.strait.runtime.internal.protocol.ProtocolRules.WithoutRooms;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.json.Violation;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.Relay;
import dev.strait.runtime.spi.TextFrame;
import dev.strait.runtime.spi.WireMessage;
import dev.strait.runtime.spi.codec.ChannelCodec;
import dev.strait.runtime.spi.codec.FieldNames;
import dev.strait.runtime.spi.codec.JsonConstant;
import dev.strait.runtime.spi.codec.JsonReader;
import dev.strait.runtime.spi.codec.JsonWriter;
import dev.strait.runtime.spi.codec.TypeNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The frames of Lucent's plugin: four control frames; all others are messages of the channel. */
final class LucentFrames<I, O> implements Protocol<I, O> {

    private static final ProtocolRules RULES = new ProtocolRules(
            List.of(),
            handshake -> List.of(),
            DefaultRoom.ONLY_OR_NONE,
            WithoutRooms.STAY_OPEN,
            MalformedText.ERROR,
            Hello.NONE,
            RefusedOpen.CLOSE_CODE,
            new CloseReason(1012, "restart"),
            new CloseReason(4410, "replaced by a newer connection"));

    private static final TypeNames CONTROLS = TypeNames.of("join", "leave", "broadcast", "ping", "pong");
    private static final int JOIN = 0;
    private static final int LEAVE = 1;
    private static final int BROADCAST = 2;
    private static final int PING = 3;
    private static final int PONG = 4;

    private static final FieldNames NO_FIELDS = FieldNames.of();
    private static final FieldNames ROOM_FIELD = FieldNames.of("room");
    private static final long ALL_OF_ROOM = 0b1;
    private static final FieldNames BROADCAST_FIELDS = FieldNames.of("room", "payload");
    private static final long ALL_OF_BROADCAST = 0b11;

    private static final JsonConstant TYPE = JsonConstant.name("type");
    private static final JsonConstant ROOM = JsonConstant.name("room");
    private static final JsonConstant FROM = JsonConstant.name("from");
    private static final JsonConstant PAYLOAD = JsonConstant.name("payload");
    private static final JsonConstant ID = JsonConstant.name("id");
    private static final JsonConstant MESSAGE = JsonConstant.name("message");

    private final LucentProtocol settings;
    private final ChannelCodec<?, I, O> codec;
    private final TypeNames toClient;
    /** The types of client messages that have a field {@code room}. */
    private final Set<String> withRoomField;
    /** The types of control frames that only the server sends. */
    private final TypeNames serverControls;

    LucentFrames(LucentProtocol settings, ChannelContract<?, I, O> contract) {
        this.settings = settings;
        this.codec = contract.codec();
        this.serverControls = settings.isAcknowledging()
                ? TypeNames.of("message", "pong", "error", "connected", "joined", "left")
                : TypeNames.of("message", "pong", "error");
        this.withRoomField = contract.toServer().stream()
                .filter(message -> message.fields().contains("room"))
                .map(WireMessage::type)
                .collect(Collectors.toUnmodifiableSet());
        this.toClient = TypeNames.of(
                        contract.toClient().stream().map(WireMessage::type).toArray(String[]::new))
                .by(contract.toClientDiscriminator());
    }

    @Override
    public ProtocolRules rules() {
        return RULES;
    }

    @Override
    public Inbound<I> read(JsonReader frame) {
        String roomField = frame.textOf("room");
        return switch (frame.control(CONTROLS)) {
            case JOIN -> Inbound.of(Kind.JOIN, null, readRoom(frame));
            case LEAVE -> Inbound.of(Kind.LEAVE, null, readRoom(frame));
            case BROADCAST -> readBroadcast(frame);
            case PING -> withoutFields(frame, Kind.PING);
            case PONG -> withoutFields(frame, Kind.IGNORED);
            default -> readMessage(frame, roomField);
        };
    }

    private Inbound<I> withoutFields(JsonReader frame, Kind kind) {
        frame.anyOrder(NO_FIELDS, 0);
        frame.end();
        return Inbound.of(kind, null);
    }

    /** A message names its room with {@code $room}, or with {@code room} unless that is a field of the message. */
    private Inbound<I> readMessage(JsonReader frame, @Nullable String field) {
        I message = codec.readToServer(frame);
        String room = frame.room();
        if (room == null && field != null && !withRoomField.contains(codec.typeOfToServer(message))) {
            room = field;
        }
        return Inbound.ofMessage(null, room, message, null);
    }

    private static String readRoom(JsonReader frame) {
        String room = null;
        long seen = 0;
        for (int field = frame.anyOrder(ROOM_FIELD, 0); field != FieldNames.END; field = frame.next(ROOM_FIELD, 0)) {
            seen = frame.once(seen, field);
            room = frame.string();
        }
        frame.require(ROOM_FIELD, seen, ALL_OF_ROOM);
        frame.end();
        return Objects.requireNonNull(room); // end() throws if it is missing
    }

    private Inbound<I> readBroadcast(JsonReader frame) {
        String room = null;
        String payload = null;
        long seen = 0;
        for (int field = frame.anyOrder(BROADCAST_FIELDS, 0);
                field != FieldNames.END;
                field = frame.next(BROADCAST_FIELDS, 0)) {
            seen = frame.once(seen, field);
            if (field == 0) {
                room = frame.string();
            } else {
                payload = frame.kept();
            }
        }
        frame.require(BROADCAST_FIELDS, seen, ALL_OF_BROADCAST);
        frame.end();
        if (!settings.isRelaying()) {
            throw Refusal.forbidden("Clients may not broadcast on this channel.");
        }
        String json = Objects.requireNonNull(payload);
        if (settings.relayed() == Relayed.BARE) {
            requireNotServerControl(json);
        }
        return Inbound.ofRelay(Objects.requireNonNull(room), new Payload(json, messageIn(json)));
    }

    /** A bare broadcast must not imitate a control frame of the server. */
    private void requireNotServerControl(String payload) {
        if (isServerControl(payload)) {
            String text = "must not be a type of the protocol";
            throw FrameException.invalid(List.of(new Violation("/payload/type", "type", text)));
        }
    }

    private boolean isServerControl(String payload) {
        return isObject(payload) && JsonReader.of(payload).control(serverControls) >= 0;
    }

    private static boolean isObject(String payload) {
        return payload.startsWith("{");
    }

    /** Returns the payload as a message of the server; null if its type is not one. */
    private @Nullable O messageIn(String payload) {
        if (!isObject(payload) || JsonReader.of(payload).control(toClient) < 0) {
            return null;
        }
        try {
            O message = codec.readToClient(JsonReader.of(payload));
            if (message instanceof Ask<?>) {
                throw FrameException.invalid(List.of(new Violation("/type", "type", "must not be an ask")));
            }
            return message;
        } catch (FrameException refused) {
            throw FrameException.invalid(refused.violations().stream()
                    .map(violation ->
                            new Violation("/payload" + violation.path(), violation.rule(), violation.message()))
                    .toList());
        }
    }

    @Override
    public int variant(boolean isForRoom, boolean hasSeveralRooms) {
        return 0;
    }

    @Override
    public TextFrame message(TextFrame message, @Nullable String room, int variant) {
        return message;
    }

    @Override
    public @Nullable TextFrame relayed(Relay relay, @Nullable TextFrame message, int variant) {
        if (!settings.isRelaying()) {
            return message; // its clients know messages, but not broadcasts
        }
        if (settings.relayed() == Relayed.BARE) {
            return isServerControl(relay.payload())
                    ? null
                    : new TextFrame("broadcast", relay.payload().getBytes(StandardCharsets.UTF_8));
        }
        return control("message", out -> {
            out.name(ROOM).value(relay.room());
            out.name(FROM).value(relay.from());
            out.name(PAYLOAD).raw(relay.payload());
        });
    }

    @Override
    public TextFrame error(@Nullable String id, ErrorAnswer error) {
        return control("error", out -> out.name(MESSAGE).value(error.line()));
    }

    @Override
    public @Nullable TextFrame opened(String connectionId) {
        return acknowledgement("connected", ID, connectionId);
    }

    @Override
    public @Nullable TextFrame joined(@Nullable String id, String room) {
        return acknowledgement("joined", ROOM, room);
    }

    @Override
    public @Nullable TextFrame left(@Nullable String id, String room) {
        return acknowledgement("left", ROOM, room);
    }

    private @Nullable TextFrame acknowledgement(String type, JsonConstant name, String value) {
        return settings.isAcknowledging() ? control(type, out -> out.name(name).value(value)) : null;
    }

    @Override
    public TextFrame pong(@Nullable String id) {
        return control("pong", out -> {});
    }

    private static TextFrame control(String type, Consumer<JsonWriter> fields) {
        try (JsonWriter out = JsonWriter.ofUtf8()) {
            out.beginObject().name(TYPE).value(type);
            fields.accept(out);
            return new TextFrame(type, out.endObject().finishUtf8());
        }
    }
}
