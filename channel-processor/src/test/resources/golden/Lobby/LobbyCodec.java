package com.acme;

import dev.strait.runtime.codec.ChannelCodec;
import dev.strait.runtime.codec.FieldNames;
import dev.strait.runtime.codec.Frame;
import dev.strait.runtime.codec.FrameException;
import dev.strait.runtime.codec.JsonReader;
import dev.strait.runtime.codec.JsonWriter;
import dev.strait.runtime.codec.RoomName;
import dev.strait.runtime.spi.ChannelContract;
import jakarta.websocket.DecodeException;
import jakarta.websocket.Decoder;
import jakarta.websocket.Encoder;
import jakarta.websocket.EndpointConfig;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Reads and writes the messages of {@link Lobby} as JSON.
 *
 * <p>A channel without rooms in its path.
 *
 * <p>What is read is valid in every respect, or refused with all that is wrong. Stateless.
 */
@SuppressWarnings("deprecation")
@Generated("dev.strait.processor.ChannelProcessor")
public final class LobbyCodec implements ChannelCodec<String, Lobby.ToServer, Lobby.ToClient> {
    static final ChannelContract<String, Lobby.ToServer, Lobby.ToClient> CONTRACT = new ChannelContract<>(
            "com.acme.Lobby", "/ws/lobby", List.of(), new LobbyCodec());

    private static final FieldNames POST_FIELDS = FieldNames.of("content");

    private static final FieldNames SHOUT_FIELDS = FieldNames.of("content");

    private static final FieldNames SHOUTED_FIELDS = FieldNames.of("content");

    private static final FieldNames POSTED_FIELDS = FieldNames.of("from", "content");

    @Override
    public Lobby.ToServer readToServer(Frame frame) {
        JsonReader in = frame.reader();
        Lobby.ToServer message = switch (frame.requireType()) {
            case "post" -> readPost(in);
            case "shout" -> readShout(in);
            default -> throw FrameException.unknownType();
        };
        in.violations().throwIfAny();
        return message;
    }

    @Override
    public Lobby.ToClient readToClient(Frame frame) {
        JsonReader in = frame.reader();
        Lobby.ToClient message = switch (frame.requireType()) {
            case "shouted" -> readShouted(in);
            case "posted" -> readPosted(in);
            default -> throw FrameException.unknownType();
        };
        in.violations().throwIfAny();
        return message;
    }

    @Override
    public void writeToServer(JsonWriter out, Lobby.ToServer message) {
        if (message instanceof Lobby.Post post) {
            out.name("type").value("post");
            writePost(out, post);
        } else if (message instanceof Lobby.Shout shout) {
            out.name("type").value("shout");
            writeShout(out, shout);
        } else {
            throw new AssertionError(message);
        }
    }

    @Override
    public void writeToClient(JsonWriter out, Lobby.ToClient message) {
        if (message instanceof Lobby.Shouted shouted) {
            out.name("type").value("shouted");
            writeShouted(out, shouted);
        } else if (message instanceof Lobby.Posted posted) {
            out.name("type").value("posted");
            writePosted(out, posted);
        } else {
            throw new AssertionError(message);
        }
    }

    @Override
    public String typeOf(Lobby.ToClient message) {
        if (message instanceof Lobby.Shouted) {
            return "shouted";
        }
        if (message instanceof Lobby.Posted) {
            return "posted";
        }
        throw new AssertionError(message);
    }

    @Override
    public String roomName(String room) {
        return RoomName.join(room);
    }

    @Override
    public String room(String name) {
        return RoomName.split(name, 1).get(0);
    }

    private static Lobby.Post readPost(JsonReader in) {
        if (!in.beginObject()) {
            return null;
        }
        int start = in.violations().size();
        String content = null;
        long seen = 0;
        for (int field = in.nextField(POST_FIELDS); field != FieldNames.END; field = in.nextField(POST_FIELDS)) {
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> content = in.string();
                default -> throw new AssertionError(field);
            }
        }
        in.require(POST_FIELDS, seen, 0b1L);
        return in.violations().size() > start ? null : new Lobby.Post(content);
    }

    private static void writePost(JsonWriter out, Lobby.Post value) {
        out.name("content").value(value.content());
    }

    private static Lobby.Shout readShout(JsonReader in) {
        if (!in.beginObject()) {
            return null;
        }
        int start = in.violations().size();
        String content = null;
        long seen = 0;
        for (int field = in.nextField(SHOUT_FIELDS); field != FieldNames.END; field = in.nextField(SHOUT_FIELDS)) {
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> content = in.string();
                default -> throw new AssertionError(field);
            }
        }
        in.require(SHOUT_FIELDS, seen, 0b1L);
        return in.violations().size() > start ? null : new Lobby.Shout(content);
    }

    private static void writeShout(JsonWriter out, Lobby.Shout value) {
        out.name("content").value(value.content());
    }

    private static Lobby.Shouted readShouted(JsonReader in) {
        if (!in.beginObject()) {
            return null;
        }
        int start = in.violations().size();
        String content = null;
        long seen = 0;
        for (int field = in.nextField(SHOUTED_FIELDS); field != FieldNames.END; field = in.nextField(SHOUTED_FIELDS)) {
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> content = in.string();
                default -> throw new AssertionError(field);
            }
        }
        in.require(SHOUTED_FIELDS, seen, 0b1L);
        return in.violations().size() > start ? null : new Lobby.Shouted(content);
    }

    private static void writeShouted(JsonWriter out, Lobby.Shouted value) {
        out.name("content").value(value.content());
    }

    private static Lobby.Posted readPosted(JsonReader in) {
        if (!in.beginObject()) {
            return null;
        }
        int start = in.violations().size();
        String from = null;
        String content = null;
        long seen = 0;
        for (int field = in.nextField(POSTED_FIELDS); field != FieldNames.END; field = in.nextField(POSTED_FIELDS)) {
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> from = in.string();
                case 1 -> content = in.string();
                default -> throw new AssertionError(field);
            }
        }
        in.require(POSTED_FIELDS, seen, 0b11L);
        return in.violations().size() > start ? null : new Lobby.Posted(from, content);
    }

    private static void writePosted(JsonWriter out, Lobby.Posted value) {
        out.name("from").value(value.from());
        out.name("content").value(value.content());
    }

    /**
     * {@link Lobby.ToServer} as Jakarta encoder and decoder, for endpoints written by hand.
     */
    public static final class ToServerText implements Encoder.Text<Lobby.ToServer>, Decoder.Text<Lobby.ToServer> {
        @Override
        public String encode(Lobby.ToServer message) {
            return CONTRACT.codec().encodeToServer(message);
        }

        @Override
        public Lobby.ToServer decode(String frame) throws DecodeException {
            try {
                return CONTRACT.codec().decodeToServer(frame);
            } catch (FrameException refused) {
                throw new DecodeException(frame, refused.getMessage(), refused);
            }
        }

        @Override
        public boolean willDecode(String frame) {
            return true;
        }

        @Override
        public void init(EndpointConfig config) {
        }

        @Override
        public void destroy() {
        }
    }

    /**
     * {@link Lobby.ToClient} as Jakarta encoder and decoder, for endpoints written by hand.
     */
    public static final class ToClientText implements Encoder.Text<Lobby.ToClient>, Decoder.Text<Lobby.ToClient> {
        @Override
        public String encode(Lobby.ToClient message) {
            return CONTRACT.codec().encodeToClient(message);
        }

        @Override
        public Lobby.ToClient decode(String frame) throws DecodeException {
            try {
                return CONTRACT.codec().decodeToClient(frame);
            } catch (FrameException refused) {
                throw new DecodeException(frame, refused.getMessage(), refused);
            }
        }

        @Override
        public boolean willDecode(String frame) {
            return true;
        }

        @Override
        public void init(EndpointConfig config) {
        }

        @Override
        public void destroy() {
        }
    }
}
