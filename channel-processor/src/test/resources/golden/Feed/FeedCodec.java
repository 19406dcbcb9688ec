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
 * Reads and writes the messages of {@link Feed} as JSON.
 *
 * <p>What is read is valid in every respect, or refused with all that is wrong. Stateless.
 */
@Generated("dev.strait.processor.ChannelProcessor")
public final class FeedCodec implements ChannelCodec<String, Void, Feed.ToClient> {
    static final ChannelContract<String, Void, Feed.ToClient> CONTRACT = new ChannelContract<>(
            "com.acme.Feed", "/ws/feed", List.of(), new FeedCodec());

    private static final FieldNames TICK_FIELDS = FieldNames.of("at");

    @Override
    public Void readToServer(Frame frame) {
        throw FrameException.unknownType();
    }

    @Override
    public Feed.ToClient readToClient(Frame frame) {
        JsonReader in = frame.reader();
        Feed.ToClient message = switch (frame.typeOr("tick")) {
            case "tick" -> readTick(in);
            default -> throw FrameException.unknownType();
        };
        in.violations().throwIfAny();
        return message;
    }

    @Override
    public void writeToServer(JsonWriter out, Void message) {
        throw new AssertionError(message);
    }

    @Override
    public void writeToClient(JsonWriter out, Feed.ToClient message) {
        if (message instanceof Feed.Tick tick) {
            out.name("type").value("tick");
            writeTick(out, tick);
        } else {
            throw new AssertionError(message);
        }
    }

    @Override
    public String typeOf(Feed.ToClient message) {
        if (message instanceof Feed.Tick) {
            return "tick";
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

    private static Feed.Tick readTick(JsonReader in) {
        if (!in.beginObject()) {
            return null;
        }
        int start = in.violations().size();
        long at = 0;
        long seen = 0;
        for (int field = in.nextField(TICK_FIELDS); field != FieldNames.END; field = in.nextField(TICK_FIELDS)) {
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> at = in.longValue();
                default -> throw new AssertionError(field);
            }
        }
        in.require(TICK_FIELDS, seen, 0b1L);
        return in.violations().size() > start ? null : new Feed.Tick(at);
    }

    private static void writeTick(JsonWriter out, Feed.Tick value) {
        out.name("at").value(value.at());
    }

    /**
     * {@link Feed.ToClient} as Jakarta encoder and decoder, for endpoints written by hand.
     */
    public static final class ToClientText implements Encoder.Text<Feed.ToClient>, Decoder.Text<Feed.ToClient> {
        @Override
        public String encode(Feed.ToClient message) {
            return CONTRACT.codec().encodeToClient(message);
        }

        @Override
        public Feed.ToClient decode(String frame) throws DecodeException {
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
