package dev.strait.runtime.internal.protocol;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.internal.protocol.Inbound.Kind;
import dev.strait.runtime.internal.protocol.ProtocolRules.DefaultRoom;
import dev.strait.runtime.internal.protocol.ProtocolRules.Hello;
import dev.strait.runtime.internal.protocol.ProtocolRules.MalformedText;
import dev.strait.runtime.internal.protocol.ProtocolRules.RefusedOpen;
import dev.strait.runtime.internal.protocol.ProtocolRules.WithoutRooms;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.json.Violation;
import dev.strait.runtime.spi.TextFrame;
import dev.strait.runtime.spi.codec.ChannelCodec;
import dev.strait.runtime.spi.codec.FieldNames;
import dev.strait.runtime.spi.codec.JsonConstant;
import dev.strait.runtime.spi.codec.JsonReader;
import dev.strait.runtime.spi.codec.JsonWriter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The frames of {@code strait.v1}: the fields of a message beside its {@code type}. Names of the protocol start with a
 * dollar sign.
 */
final class NativeProtocol<I, O> implements Protocol<I, O>, AskFrames<I, O> {

    private static final ProtocolRules RULES = new ProtocolRules(
            List.of("strait.v1"),
            handshake -> handshake.queryValues("room"),
            DefaultRoom.ONLY,
            WithoutRooms.STAY_OPEN,
            MalformedText.ERROR,
            Hello.SUPPORTED,
            RefusedOpen.CLOSE_CODE,
            new CloseReason(1012, "restart"),
            new CloseReason(4410, "replaced by a newer connection"));

    /** What clients ask for with {@code ?hello=1}. */
    private static final int PROTOCOL_VERSION = 1;

    private static final FieldNames CONTROL = FieldNames.of("room");
    private static final FieldNames HELLO = FieldNames.of("token", "contract");
    private static final FieldNames AUTH = FieldNames.of("token");
    private static final FieldNames REFUSAL = FieldNames.of("code", "message");

    private static final JsonConstant TYPE = JsonConstant.name("type");
    private static final JsonConstant ID = JsonConstant.name("$id");
    private static final JsonConstant TRACE = JsonConstant.name("$trace");
    private static final JsonConstant VERSION = JsonConstant.name("v");
    private static final JsonConstant EXPIRES_IN = JsonConstant.name("inMs");
    private static final JsonConstant CONNECTION = JsonConstant.name("conn");
    private static final JsonConstant USER = JsonConstant.name("user");
    private static final JsonConstant CONTRACT = JsonConstant.name("contract");
    private static final JsonConstant MAX_BYTES = JsonConstant.name("maxMessageBytes");
    private static final JsonConstant MAX_RATE = JsonConstant.name("maxMessagesPerSecond");
    private static final JsonConstant RE = JsonConstant.name("$re");
    private static final JsonConstant ROOM = JsonConstant.name("room");
    private static final RoomField ROOM_OF_MESSAGE = new RoomField("$room");
    private static final JsonConstant CODE = JsonConstant.name("code");
    private static final JsonConstant ERRORS = JsonConstant.name("errors");
    private static final JsonConstant PATH = JsonConstant.name("path");
    private static final JsonConstant RULE = JsonConstant.name("rule");
    private static final JsonConstant MESSAGE = JsonConstant.name("message");
    private static final JsonConstant RETRY = JsonConstant.name("retryMs");

    private final ChannelCodec<?, I, O> codec;
    private final boolean isPathBound;

    NativeProtocol(ChannelCodec<?, I, O> codec, boolean isPathBound) {
        this.codec = codec;
        this.isPathBound = isPathBound;
    }

    @Override
    public ProtocolRules rules() {
        return RULES;
    }

    @Override
    public AskFrames<I, O> asks() {
        return this;
    }

    @Override
    public Inbound<I> read(JsonReader frame) {
        String control = frame.controlType();
        if (control == null) {
            I message = codec.readToServer(frame);
            return Inbound.ofMessage(frame.id(), frame.room(), message, frame.trace());
        }
        if (control.equals("$hello")) {
            String token = readToken(frame, HELLO);
            return Inbound.ofToken(Kind.HELLO, frame.id(), token);
        }
        if (control.equals("$auth")) {
            String token = required("/token", readToken(frame, AUTH));
            return Inbound.ofToken(Kind.AUTH, frame.id(), token);
        }
        String room = readRoom(frame);
        return switch (control) {
            case "$ping" -> Inbound.of(Kind.PING, frame.id());
            case "$join" -> Inbound.of(Kind.JOIN, frame.id(), required("/room", room));
            case "$leave" -> Inbound.of(Kind.LEAVE, frame.id(), required("/room", room));
            default -> throw FrameException.unknownType();
        };
    }

    @Override
    public int variant(boolean isForRoom, boolean hasSeveralRooms) {
        return 0;
    }

    @Override
    public TextFrame message(TextFrame message, @Nullable String room, int variant) {
        return room == null || isPathBound ? message : ROOM_OF_MESSAGE.addTo(message, room);
    }

    @Override
    public TextFrame ask(O message, String id, @Nullable String trace) {
        try (JsonWriter out = JsonWriter.ofUtf8()) {
            codec.writeToClient(out, message);
            out.name(ID).raw(id);
            if (trace != null) {
                out.name(TRACE).value(trace);
            }
            return new TextFrame(codec.typeOfToClient(message), out.endObject().finishUtf8());
        }
    }

    @Override
    public TextFrame answer(I asked, Object answer, String id) {
        try (JsonWriter out = JsonWriter.ofUtf8()) {
            codec.writeAnswerToClient(out, asked, answer);
            out.name(RE).raw(id);
            return new TextFrame(codec.typeOfToServer(asked), out.endObject().finishUtf8());
        }
    }

    @Override
    public @Nullable String answerTo(JsonReader frame) {
        return frame.seekAnswerTo();
    }

    @Override
    public Object readAnswer(JsonReader frame, O asked) {
        String control = frame.controlType();
        if (control == null) {
            return codec.readAnswerToServer(frame, asked);
        }
        if (!control.equals("$error")) {
            throw FrameException.unknownType();
        }
        throw refusal(frame);
    }

    /** A client refuses an ask with the same frame as the server. */
    private static Refusal refusal(JsonReader frame) {
        String code = null;
        String text = null;
        long seen = 0;
        for (int field = frame.anyOrder(REFUSAL, 0); field != FieldNames.END; field = frame.next(REFUSAL, 0)) {
            seen = frame.once(seen, field);
            if (field == 0) {
                code = frame.string();
            } else {
                text = frame.string();
            }
        }
        frame.end();
        try {
            return Refusal.of(code == null ? "refused" : code, text == null ? "" : text);
        } catch (IllegalArgumentException noCode) {
            throw FrameException.invalid(
                    List.of(new Violation("/code", "format", "must be lower-case letters, digits and hyphens")));
        }
    }

    @Override
    public TextFrame error(@Nullable String id, ErrorAnswer error) {
        return control("$error", id, out -> {
            out.name(CODE).value(error.code());
            if (error.text() != null) {
                out.name(MESSAGE).value(error.text());
            }
            if (!error.violations().isEmpty()) {
                out.name(ERRORS).beginArray();
                error.violations().forEach(violation -> violation(out.element(), violation));
                out.endArray();
            }
            if (error.retryMillis() > 0) {
                out.name(RETRY).value(error.retryMillis());
            }
        });
    }

    @Override
    public @Nullable TextFrame opened(String connectionId) {
        return null;
    }

    @Override
    public TextFrame joined(@Nullable String id, String room) {
        return control("$joined", id, out -> out.name(ROOM).value(room));
    }

    @Override
    public TextFrame left(@Nullable String id, String room) {
        return control("$left", id, out -> out.name(ROOM).value(room));
    }

    @Override
    public TextFrame pong(@Nullable String id) {
        return control("$pong", id, out -> {});
    }

    @Override
    public TextFrame ready(@Nullable String id, Ready ready) {
        return control("$ready", id, out -> {
            out.name(VERSION).value(PROTOCOL_VERSION);
            out.name(CONNECTION).value(ready.connectionId());
            ready.user().ifPresent(name -> out.name(USER).value(name));
            out.name(CONTRACT).value(ready.fingerprint());
            out.name(MAX_BYTES).value(ready.maxMessageBytes());
            out.name(MAX_RATE).value(ready.maxMessagesPerSecond());
        });
    }

    @Override
    public TextFrame expiring(long inMillis) {
        return control("$expiring", null, out -> out.name(EXPIRES_IN).value(inMillis));
    }

    @Override
    public TextFrame bye(long retryMillis) {
        return control("$bye", null, out -> out.name(RETRY).value(retryMillis));
    }

    private static TextFrame control(String type, @Nullable String id, Consumer<JsonWriter> fields) {
        try (JsonWriter out = JsonWriter.ofUtf8()) {
            out.beginObject().name(TYPE).value(type);
            if (id != null) {
                out.name(RE).raw(id);
            }
            fields.accept(out);
            return new TextFrame(type, out.endObject().finishUtf8());
        }
    }

    private static void violation(JsonWriter out, Violation violation) {
        out.beginObject().name(PATH).value(violation.path());
        out.name(RULE).value(violation.rule());
        out.name(MESSAGE).value(violation.message());
        out.endObject();
    }

    /** Returns the first of the fields. Clients compare the fingerprint of the contract, not the server. */
    private static @Nullable String readToken(JsonReader frame, FieldNames fields) {
        String token = null;
        long seen = 0;
        for (int field = frame.anyOrder(fields, 0); field != FieldNames.END; field = frame.next(fields, 0)) {
            seen = frame.once(seen, field);
            String text = frame.string();
            token = field == 0 ? text : token;
        }
        frame.end();
        return token;
    }

    /** Control frames name their room without a dollar sign, because they have no fields of an application. */
    private static @Nullable String readRoom(JsonReader frame) {
        String room = null;
        long seen = 0;
        for (int field = frame.anyOrder(CONTROL, 0); field != FieldNames.END; field = frame.next(CONTROL, 0)) {
            seen = frame.once(seen, field);
            room = frame.string();
        }
        frame.end();
        return room;
    }

    private static String required(String path, @Nullable String text) {
        if (text == null) {
            throw FrameException.invalid(List.of(new Violation(path, "required", "is required")));
        }
        return text;
    }
}
