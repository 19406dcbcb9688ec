package dev.strait.client;

import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.json.Violation;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.codec.ChannelCodec;
import dev.strait.runtime.spi.codec.JsonConstant;
import dev.strait.runtime.spi.codec.JsonReader;
import dev.strait.runtime.spi.codec.JsonWriter;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes and reads frames of {@code strait.v1}, as a client. Safe for all threads. */
final class Frames<I, O> {

    /** What depends on the time, which differs between machines. The server checks it. */
    private static final Set<String> CLOCK_RULES = Set.of("past", "past-or-present", "future", "future-or-present");

    private static final JsonConstant TYPE = JsonConstant.name("type");
    private static final JsonConstant CONTRACT = JsonConstant.name("contract");
    private static final JsonConstant TOKEN = JsonConstant.name("token");
    private static final JsonConstant ROOM = JsonConstant.name("room");
    private static final JsonConstant ROOM_OF_MESSAGE = JsonConstant.name("$room");
    private static final JsonConstant ID = JsonConstant.name("$id");
    private static final JsonConstant TRACE = JsonConstant.name("$trace");
    private static final JsonConstant RE = JsonConstant.name("$re");
    private static final JsonConstant CODE = JsonConstant.name("code");
    private static final JsonConstant MESSAGE = JsonConstant.name("message");

    private final ChannelCodec<?, I, O> codec;
    private final String fingerprint;
    private final @Nullable TraceContext traceContext;

    Frames(ChannelContract<?, I, O> contract, @Nullable TraceContext traceContext) {
        this.codec = contract.codec();
        this.fingerprint = contract.fingerprint();
        this.traceContext = traceContext;
    }

    String hello(@Nullable String token) {
        return control("$hello", out -> {
            out.name(CONTRACT).value(fingerprint);
            if (token != null) {
                out.name(TOKEN).value(token);
            }
        });
    }

    String auth(String token) {
        return control("$auth", out -> out.name(TOKEN).value(token));
    }

    String join(String room, long id) {
        return control("$join", out -> room(out, room, id));
    }

    String leave(String room, long id) {
        return control("$leave", out -> room(out, room, id));
    }

    private static void room(JsonWriter out, String room, long id) {
        out.name(ROOM).value(room);
        out.name(ID).value(id);
    }

    String refusal(String code, @Nullable String text, String answerTo) {
        return control("$error", out -> {
            out.name(CODE).value(code);
            if (text != null) {
                out.name(MESSAGE).value(text);
            }
            out.name(RE).raw(answerTo);
        });
    }

    private static String control(String type, Consumer<JsonWriter> fields) {
        try (JsonWriter out = JsonWriter.ofText()) {
            out.beginObject().name(TYPE).value(type);
            fields.accept(out);
            return out.endObject().finish();
        }
    }

    /**
     * Writes a message, with the trace of the current thread.
     *
     * @param id zero for none
     * @throws ClientException {@code invalid}
     */
    String message(I message, @Nullable String room, long id) {
        String trace = traceContext == null ? null : traceContext.current().orElse(null);
        String text;
        try (JsonWriter out = JsonWriter.ofText()) {
            codec.writeToServer(out, message);
            if (room != null) {
                out.name(ROOM_OF_MESSAGE).value(room);
            }
            if (id != 0) {
                out.name(ID).value(id);
            }
            if (trace != null) {
                out.name(TRACE).value(trace);
            }
            text = out.endObject().finish();
        }
        check(text, codec::readToServer);
        return text;
    }

    /**
     * Writes an answer.
     *
     * @throws ClientException {@code invalid}
     */
    String answer(O asked, Object answer, String answerTo) {
        String text;
        try (JsonWriter out = JsonWriter.ofText()) {
            codec.writeAnswerToServer(out, asked, answer);
            out.name(RE).raw(answerTo);
            text = out.endObject().finish();
        }
        check(text, in -> codec.readAnswerToServer(in, asked));
        return text;
    }

    /** Reads what was written as the server will, so that both find the same. */
    private static void check(String text, Consumer<JsonReader> reading) {
        try {
            reading.accept(JsonReader.of(text));
        } catch (FrameException invalid) {
            List<Violation> violations = invalid.violations().stream()
                    .filter(violation -> !CLOCK_RULES.contains(violation.rule()))
                    .toList();
            if (!violations.isEmpty()) {
                throw ClientException.invalid(violations);
            }
        }
    }

    /** Reads a frame, whatever it is. */
    Frame<O> read(String text) {
        try {
            JsonReader in = JsonReader.of(text);
            String control = in.controlType();
            if (control != null) {
                return ControlFrames.TYPES.contains(control)
                        ? new ControlFrames<O>(in).read(control)
                        : new Frame.Ignored<>();
            }
            String answerTo = text.contains("\"$re\"") ? JsonReader.of(text).seekAnswerTo() : null;
            if (answerTo != null) {
                return new Frame.Answer<>(text, answerTo);
            }
            O message = codec.readToClient(in);
            return new Frame.Message<>(message, in.room(), in.id(), in.trace());
        } catch (FrameException unreadable) {
            return new Frame.Unknown<>(new UnknownFrame(text, unreadable));
        }
    }

    /**
     * Reads an answer.
     *
     * @throws FrameException the answer is of a newer contract
     */
    Object readAnswer(String text, I asked) {
        return codec.readAnswerToClient(JsonReader.of(text), asked);
    }
}
