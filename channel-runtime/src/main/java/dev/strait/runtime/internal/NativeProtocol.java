package dev.strait.runtime.internal;

import dev.strait.runtime.codec.ChannelCodec;
import dev.strait.runtime.codec.Frame;
import dev.strait.runtime.codec.FrameException;
import dev.strait.runtime.codec.JsonWriter;
import dev.strait.runtime.codec.Violation;
import dev.strait.runtime.internal.Inbound.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The protocol {@code strait.v1}: the message's fields flat beside {@code type}; what is ours starts with a dollar. */
final class NativeProtocol<I, O> implements Protocol<I, O> {

    private final ChannelCodec<?, I, O> codec;
    private final boolean isPathBound;

    NativeProtocol(ChannelCodec<?, I, O> codec, boolean isPathBound) {
        this.codec = codec;
        this.isPathBound = isPathBound;
    }

    @Override
    public Inbound<I> read(Frame frame) {
        frame.requireEnvelope();
        String type = frame.type() == null ? "" : frame.type();
        return switch (type) {
            case "$ping" -> new Inbound<>(Kind.PING, frame.id(), null, type, null);
            case "$join" -> new Inbound<>(Kind.JOIN, frame.id(), named(frame), type, null);
            case "$leave" -> new Inbound<>(Kind.LEAVE, frame.id(), named(frame), type, null);
            default -> {
                if (type.startsWith("$")) {
                    throw FrameException.unknownType();
                }
                I message = codec.readToServer(frame);
                yield new Inbound<>(Kind.MESSAGE, frame.id(), frame.room(), type, message);
            }
        };
    }

    @Override
    public Outgoing message(O message, @Nullable String room) {
        JsonWriter out = new JsonWriter().beginObject();
        codec.writeToClient(out, message);
        if (room != null && !isPathBound) {
            out.name("$room").value(room);
        }
        return Outgoing.of(codec.typeOf(message), out.endObject().finish());
    }

    @Override
    public Outgoing error(@Nullable String id, ErrorAnswer error) {
        JsonWriter out = begin("$error", id);
        out.name("code").value(error.code());
        if (error.text() != null) {
            out.name("message").value(error.text());
        }
        if (!error.violations().isEmpty()) {
            out.name("errors").array(error.violations(), (json, violation) -> json.object(violation, this::violation));
        }
        if (error.retryMillis() > 0) {
            out.name("retryMs").value(error.retryMillis());
        }
        return Outgoing.of("$error", out.endObject().finish());
    }

    @Override
    public Outgoing joined(@Nullable String id, String room) {
        return membership("$joined", id, room);
    }

    @Override
    public Outgoing left(@Nullable String id, String room) {
        return membership("$left", id, room);
    }

    @Override
    public Outgoing pong(@Nullable String id) {
        return Outgoing.of("$pong", begin("$pong", id).endObject().finish());
    }

    @Override
    public Outgoing bye(long retryMillis) {
        JsonWriter out = begin("$bye", null);
        out.name("retryMs").value(retryMillis);
        return Outgoing.of("$bye", out.endObject().finish());
    }

    private Outgoing membership(String type, @Nullable String id, String room) {
        JsonWriter out = begin(type, id);
        out.name("room").value(room);
        return Outgoing.of(type, out.endObject().finish());
    }

    private static JsonWriter begin(String type, @Nullable String id) {
        JsonWriter out = new JsonWriter().beginObject();
        out.name("type").value(type);
        if (id != null) {
            out.name("$re").raw(id);
        }
        return out;
    }

    private void violation(JsonWriter out, Violation violation) {
        out.name("path").value(violation.path());
        out.name("rule").value(violation.rule());
        out.name("message").value(violation.message());
    }

    /** Control frames name their room without the dollar: they are not an application's. */
    private static String named(Frame frame) {
        String room = frame.controlRoom();
        if (room == null) {
            throw FrameException.invalid(List.of(new Violation("/room", "required", "is required, a string")));
        }
        return room;
    }
}
