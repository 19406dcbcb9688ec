package dev.strait.test;

import dev.strait.runtime.json.Violation;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.codec.ChannelCodec;
import dev.strait.runtime.spi.codec.FieldNames;
import dev.strait.runtime.spi.codec.JsonConstant;
import dev.strait.runtime.spi.codec.JsonReader;
import dev.strait.runtime.spi.codec.JsonWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The protocol {@code strait.v1}. */
final class StraitClientProtocol<I, O> implements ClientProtocol<I, O> {

    private static final JsonConstant TYPE = JsonConstant.name("type");
    private static final JsonConstant CONTRACT = JsonConstant.name("contract");
    private static final JsonConstant TOKEN = JsonConstant.name("token");
    private static final JsonConstant ROOM = JsonConstant.name("room");
    private static final JsonConstant ROOM_OF_MESSAGE = JsonConstant.name("$room");
    private static final JsonConstant ID = JsonConstant.name("$id");
    private static final JsonConstant RE = JsonConstant.name("$re");
    private static final JsonConstant CODE = JsonConstant.name("code");
    private static final JsonConstant MESSAGE = JsonConstant.name("message");

    private static final FieldNames ERROR = FieldNames.of("code", "message", "errors", "retryMs");
    private static final FieldNames VIOLATION = FieldNames.of("path", "rule", "message");

    private final ChannelCodec<?, I, O> codec;
    private final String fingerprint;

    StraitClientProtocol(ChannelContract<?, I, O> contract) {
        this.codec = contract.codec();
        this.fingerprint = contract.fingerprint();
    }

    @Override
    public boolean hasHello() {
        return true;
    }

    @Override
    public List<String> roomsInQuery(List<String> rooms) {
        return rooms.stream().flatMap(room -> List.of("room", room).stream()).toList();
    }

    @Override
    public String hello(@Nullable String token) {
        return control("$hello", out -> {
            out.name(CONTRACT).value(fingerprint);
            if (token != null) {
                out.name(TOKEN).value(token);
            }
        });
    }

    @Override
    public String join(String room) {
        return control("$join", out -> out.name(ROOM).value(room));
    }

    @Override
    public String leave(String room) {
        return control("$leave", out -> out.name(ROOM).value(room));
    }

    @Override
    public String message(I message, @Nullable String room, @Nullable String id) {
        try (JsonWriter out = JsonWriter.ofText()) {
            codec.writeToServer(out, message);
            if (room != null) {
                out.name(ROOM_OF_MESSAGE).value(room);
            }
            if (id != null) {
                out.name(ID).raw(id);
            }
            return out.endObject().finish();
        }
    }

    @Override
    public String answer(O ask, Object answer, String id) {
        try (JsonWriter out = JsonWriter.ofText()) {
            codec.writeAnswerToServer(out, ask, answer);
            out.name(RE).raw(id);
            return out.endObject().finish();
        }
    }

    @Override
    public String refusal(String code, String text, String id) {
        return control("$error", out -> {
            out.name(CODE).value(code);
            out.name(MESSAGE).value(text);
            out.name(RE).raw(id);
        });
    }

    private static String control(String type, Consumer<JsonWriter> fields) {
        try (JsonWriter out = JsonWriter.ofText()) {
            out.beginObject().name(TYPE).value(type);
            fields.accept(out);
            return out.endObject().finish();
        }
    }

    @Override
    public void read(String frame, Arrivals<O> arrivals) {
        JsonReader in = JsonReader.of(frame);
        String control = in.controlType();
        if ("$error".equals(control)) {
            ErrorFrame error = readError(in);
            arrivals.error(error, in.answerTo());
        } else if ("$ready".equals(control)) {
            arrivals.connected(Objects.requireNonNull(JsonReader.of(frame).textOf("conn")));
        } else if (control == null) {
            readMessage(frame, in, arrivals);
        }
    }

    private void readMessage(String frame, JsonReader in, Arrivals<O> arrivals) {
        String answerTo = frame.contains("\"$re\"") ? JsonReader.of(frame).seekAnswerTo() : null;
        if (answerTo != null) {
            arrivals.answer(answerTo, frame);
        } else {
            O message = codec.readToClient(in);
            arrivals.message(message, in.room(), in.id());
        }
    }

    @Override
    public Object readAnswer(String frame, I ask) {
        return codec.readAnswerToClient(JsonReader.of(frame), ask);
    }

    private static ErrorFrame readError(JsonReader in) {
        String code = "";
        String text = "";
        List<Violation> violations = List.of();
        Duration retryAfter = null;
        for (int field = in.anyOrder(ERROR, 0); field != FieldNames.END; field = in.next(ERROR, 0)) {
            switch (field) {
                case 0 -> code = text(in);
                case 1 -> text = text(in);
                case 2 -> violations = readViolations(in);
                default -> retryAfter = Duration.ofMillis((long) in.doubleValue());
            }
        }
        in.end();
        return new ErrorFrame(code, text, violations, retryAfter);
    }

    private static List<Violation> readViolations(JsonReader in) {
        List<Violation> found = new ArrayList<>();
        if (in.beginArray()) {
            while (in.nextElement()) {
                if (in.beginObject()) {
                    found.add(readViolation(in));
                }
            }
        }
        return found;
    }

    private static Violation readViolation(JsonReader in) {
        String[] parts = {"", "", ""};
        for (int field = in.anyOrder(VIOLATION, 0); field != FieldNames.END; field = in.next(VIOLATION, 0)) {
            parts[field] = text(in);
        }
        return new Violation(parts[0], parts[1], parts[2]);
    }

    private static String text(JsonReader in) {
        String text = in.string();
        return text == null ? "" : text;
    }
}
