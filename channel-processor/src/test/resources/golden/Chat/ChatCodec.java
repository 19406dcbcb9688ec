package com.acme;

import dev.strait.runtime.codec.ChannelCodec;
import dev.strait.runtime.codec.FieldNames;
import dev.strait.runtime.codec.Frame;
import dev.strait.runtime.codec.FrameException;
import dev.strait.runtime.codec.JsonReader;
import dev.strait.runtime.codec.JsonWriter;
import dev.strait.runtime.codec.RoomName;
import dev.strait.runtime.codec.TextFormat;
import dev.strait.runtime.codec.Violations;
import dev.strait.runtime.spi.ChannelContract;
import jakarta.websocket.DecodeException;
import jakarta.websocket.Decoder;
import jakarta.websocket.Encoder;
import jakarta.websocket.EndpointConfig;
import java.time.Instant;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Reads and writes the messages of {@link Chat} as JSON.
 *
 * <p>Team chat; one room per conversation.
 *
 * <p>What is read is valid in every respect, or refused with all that is wrong. Stateless.
 */
@Generated("dev.strait.processor.ChannelProcessor")
public final class ChatCodec implements ChannelCodec<Chat.Room, Chat.ToServer, Chat.ToClient> {
    static final ChannelContract<Chat.Room, Chat.ToServer, Chat.ToClient> CONTRACT = new ChannelContract<>(
            "com.acme.Chat", "/ws/chat/{room}", List.of("room"), new ChatCodec());

    private static final FieldNames SAY_FIELDS = FieldNames.of("text", "tags");

    private static final FieldNames TYPING_FIELDS = FieldNames.of("on");

    private static final FieldNames SAID_FIELDS = FieldNames.of("id", "user", "text", "at");

    private static final FieldNames TYPING_NOW_FIELDS = FieldNames.of("user", "on");

    private static final FieldNames ANNOUNCEMENT_FIELDS = FieldNames.of("text");

    @Override
    public Chat.ToServer readToServer(Frame frame) {
        JsonReader in = frame.reader();
        Chat.ToServer message = switch (frame.requireType()) {
            case "say" -> readSay(in);
            case "typing" -> readTyping(in);
            default -> throw FrameException.unknownType();
        };
        in.violations().throwIfAny();
        return message;
    }

    @Override
    public Chat.ToClient readToClient(Frame frame) {
        JsonReader in = frame.reader();
        Chat.ToClient message = switch (frame.requireType()) {
            case "said" -> readSaid(in);
            case "typing-now" -> readTypingNow(in);
            case "notice" -> readAnnouncement(in);
            default -> throw FrameException.unknownType();
        };
        in.violations().throwIfAny();
        return message;
    }

    @Override
    public void writeToServer(JsonWriter out, Chat.ToServer message) {
        if (message instanceof Chat.Say say) {
            out.name("type").value("say");
            writeSay(out, say);
        } else if (message instanceof Chat.Typing typing) {
            out.name("type").value("typing");
            writeTyping(out, typing);
        } else {
            throw new AssertionError(message);
        }
    }

    @Override
    public void writeToClient(JsonWriter out, Chat.ToClient message) {
        if (message instanceof Chat.Said said) {
            out.name("type").value("said");
            writeSaid(out, said);
        } else if (message instanceof Chat.TypingNow typingNow) {
            out.name("type").value("typing-now");
            writeTypingNow(out, typingNow);
        } else if (message instanceof Chat.Announcement announcement) {
            out.name("type").value("notice");
            writeAnnouncement(out, announcement);
        } else {
            throw new AssertionError(message);
        }
    }

    @Override
    public String typeOf(Chat.ToClient message) {
        if (message instanceof Chat.Said) {
            return "said";
        }
        if (message instanceof Chat.TypingNow) {
            return "typing-now";
        }
        if (message instanceof Chat.Announcement) {
            return "notice";
        }
        throw new AssertionError(message);
    }

    @Override
    public String roomName(Chat.Room room) {
        Violations found = new Violations();
        checkRoom(found, ~0L, room.room());
        RoomName.require(found);
        return RoomName.join(room.room());
    }

    @Override
    public Chat.Room room(String name) {
        List<String> parts = RoomName.split(name, 1);
        Violations found = new Violations();
        String room = parts.get(0);
        checkRoom(found, ~0L, room);
        found.throwIfAny();
        return new Chat.Room(room);
    }

    private static void checkRoom(Violations out, long sound, String room) {
        if ((sound & 1L) != 0) {
            if (room.length() < 1 || room.length() > 40) {
                out.add("size", "must have between 1 and 40 characters", "room");
            }
        }
    }

    private static Chat.Say readSay(JsonReader in) {
        if (!in.beginObject()) {
            return null;
        }
        int start = in.violations().size();
        String text = null;
        List<String> tags = null;
        long seen = 0;
        long sound = 0;
        for (int field = in.nextField(SAY_FIELDS); field != FieldNames.END; field = in.nextField(SAY_FIELDS)) {
            seen = in.once(seen, field);
            int before = in.violations().size();
            switch (field) {
                case 0 -> text = in.string();
                case 1 -> tags = in.list(JsonReader::string);
                default -> throw new AssertionError(field);
            }
            if (in.violations().size() == before) {
                sound |= 1L << field;
            }
        }
        in.require(SAY_FIELDS, seen, 0b11L);
        checkSay(in.violations(), sound, text, tags);
        return in.violations().size() > start ? null : new Chat.Say(text, tags);
    }

    private static void checkSay(Violations out, long sound, String text, List<String> tags) {
        if ((sound & 1L) != 0) {
            if (text.isBlank()) {
                out.add("not-blank", "must not be blank", "text");
            }
            if (text.length() > 500) {
                out.add("size", "must have at most 500 characters", "text");
            }
        }
        if ((sound & 2L) != 0) {
            if (tags.size() > 5) {
                out.add("size", "must have at most 5 elements", "tags");
            }
            int tagsIndex = 0;
            for (String tagsItem : tags) {
                if (tagsItem.length() > 20) {
                    out.add("size", "must have at most 20 characters", "tags", tagsIndex);
                }
                tagsIndex++;
            }
        }
    }

    private static void writeSay(JsonWriter out, Chat.Say value) {
        out.name("text").value(value.text());
        out.name("tags").array(value.tags(), JsonWriter::value);
    }

    private static Chat.Typing readTyping(JsonReader in) {
        if (!in.beginObject()) {
            return null;
        }
        int start = in.violations().size();
        boolean on = false;
        long seen = 0;
        for (int field = in.nextField(TYPING_FIELDS); field != FieldNames.END; field = in.nextField(TYPING_FIELDS)) {
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> on = in.booleanValue();
                default -> throw new AssertionError(field);
            }
        }
        in.require(TYPING_FIELDS, seen, 0b1L);
        return in.violations().size() > start ? null : new Chat.Typing(on);
    }

    private static void writeTyping(JsonWriter out, Chat.Typing value) {
        out.name("on").value(value.on());
    }

    private static Chat.Said readSaid(JsonReader in) {
        if (!in.beginObject()) {
            return null;
        }
        int start = in.violations().size();
        long id = 0;
        String user = null;
        String text = null;
        Instant at = null;
        long seen = 0;
        for (int field = in.nextField(SAID_FIELDS); field != FieldNames.END; field = in.nextField(SAID_FIELDS)) {
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> id = in.longValue();
                case 1 -> user = in.string();
                case 2 -> text = in.string();
                case 3 -> at = in.text(TextFormat.INSTANT);
                default -> throw new AssertionError(field);
            }
        }
        in.require(SAID_FIELDS, seen, 0b1111L);
        return in.violations().size() > start ? null : new Chat.Said(id, user, text, at);
    }

    private static void writeSaid(JsonWriter out, Chat.Said value) {
        out.name("id").value(value.id());
        out.name("user").value(value.user());
        out.name("text").value(value.text());
        out.name("at").text(value.at());
    }

    private static Chat.TypingNow readTypingNow(JsonReader in) {
        if (!in.beginObject()) {
            return null;
        }
        int start = in.violations().size();
        String user = null;
        boolean on = false;
        long seen = 0;
        for (int field = in.nextField(TYPING_NOW_FIELDS); field != FieldNames.END; field = in.nextField(TYPING_NOW_FIELDS)) {
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> user = in.string();
                case 1 -> on = in.booleanValue();
                default -> throw new AssertionError(field);
            }
        }
        in.require(TYPING_NOW_FIELDS, seen, 0b11L);
        return in.violations().size() > start ? null : new Chat.TypingNow(user, on);
    }

    private static void writeTypingNow(JsonWriter out, Chat.TypingNow value) {
        out.name("user").value(value.user());
        out.name("on").value(value.on());
    }

    private static Chat.Announcement readAnnouncement(JsonReader in) {
        if (!in.beginObject()) {
            return null;
        }
        int start = in.violations().size();
        String text = null;
        long seen = 0;
        for (int field = in.nextField(ANNOUNCEMENT_FIELDS); field != FieldNames.END; field = in.nextField(ANNOUNCEMENT_FIELDS)) {
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> text = in.string();
                default -> throw new AssertionError(field);
            }
        }
        in.require(ANNOUNCEMENT_FIELDS, seen, 0b1L);
        return in.violations().size() > start ? null : new Chat.Announcement(text);
    }

    private static void writeAnnouncement(JsonWriter out, Chat.Announcement value) {
        out.name("text").value(value.text());
    }

    /**
     * {@link Chat.ToServer} as Jakarta encoder and decoder, for endpoints written by hand.
     */
    public static final class ToServerText implements Encoder.Text<Chat.ToServer>, Decoder.Text<Chat.ToServer> {
        @Override
        public String encode(Chat.ToServer message) {
            return CONTRACT.codec().encodeToServer(message);
        }

        @Override
        public Chat.ToServer decode(String frame) throws DecodeException {
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
     * {@link Chat.ToClient} as Jakarta encoder and decoder, for endpoints written by hand.
     */
    public static final class ToClientText implements Encoder.Text<Chat.ToClient>, Decoder.Text<Chat.ToClient> {
        @Override
        public String encode(Chat.ToClient message) {
            return CONTRACT.codec().encodeToClient(message);
        }

        @Override
        public Chat.ToClient decode(String frame) throws DecodeException {
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
