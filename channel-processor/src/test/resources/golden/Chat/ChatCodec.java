package com.acme;

import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.WireMessage;
import dev.strait.runtime.spi.codec.ChannelCodec;
import dev.strait.runtime.spi.codec.CharRuns;
import dev.strait.runtime.spi.codec.FieldNames;
import dev.strait.runtime.spi.codec.JsonConstant;
import dev.strait.runtime.spi.codec.JsonReader;
import dev.strait.runtime.spi.codec.JsonWriter;
import dev.strait.runtime.spi.codec.RoomName;
import dev.strait.runtime.spi.codec.TextFormat;
import dev.strait.runtime.spi.codec.TypeNames;
import dev.strait.runtime.spi.codec.Violations;
import java.lang.AssertionError;
import java.lang.Long;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Decodes and encodes the messages of {@link Chat} as JSON.
 *
 * <p>Team chat; one room per conversation.
 *
 * <p>A decoded message satisfies all constraints; an invalid one is refused with all its violations. Stateless.
 */
@SuppressWarnings({"deprecation", "exports", "missing-explicit-ctor", "removal"})
@Generated("dev.strait.processor.ChannelProcessor")
public final class ChatCodec implements ChannelCodec<Chat.Room, Chat.ToServer, Chat.ToClient> {
    private static final TypeNames TO_SERVER_TYPES = TypeNames.of("say", "typing");

    private static final JsonConstant SAY_TYPE = JsonConstant.type("say");

    private static final JsonConstant TYPING_TYPE = JsonConstant.type("typing");

    private static final TypeNames TO_CLIENT_TYPES = TypeNames.of("said", "typing-now", "notice");

    private static final JsonConstant SAID_TYPE = JsonConstant.type("said");

    private static final JsonConstant TYPING_NOW_TYPE = JsonConstant.type("typing-now");

    private static final JsonConstant ANNOUNCEMENT_TYPE = JsonConstant.type("notice");

    private static final FieldNames SAY_FIELDS = FieldNames.of("text", "tags");

    private static final JsonConstant SAY_TEXT = JsonConstant.name("text");

    private static final JsonConstant SAY_TAGS = JsonConstant.name("tags");

    private static final FieldNames TYPING_FIELDS = FieldNames.of("on");

    private static final JsonConstant TYPING_ON = JsonConstant.name("on");

    private static final FieldNames SAID_FIELDS = FieldNames.of("id", "user", "text", "at");

    private static final JsonConstant SAID_ID = JsonConstant.name("id");

    private static final JsonConstant SAID_USER = JsonConstant.name("user");

    private static final JsonConstant SAID_TEXT = JsonConstant.name("text");

    private static final JsonConstant SAID_AT = JsonConstant.name("at");

    private static final FieldNames TYPING_NOW_FIELDS = FieldNames.of("user", "on");

    private static final JsonConstant TYPING_NOW_USER = JsonConstant.name("user");

    private static final JsonConstant TYPING_NOW_ON = JsonConstant.name("on");

    private static final FieldNames ANNOUNCEMENT_FIELDS = FieldNames.of("text");

    private static final JsonConstant ANNOUNCEMENT_TEXT = JsonConstant.name("text");

    static final ChannelContract<Chat.Room, Chat.ToServer, Chat.ToClient> CONTRACT = ChannelContract
            .builder("com.acme.Chat", new ChatCodec())
            .path("/ws/chat/{room}")
            .roomComponents("room")
            .fingerprint("3a025951bc992631")
            .maxMessageBytes(3650L, "say")
            .toServer(
                    WireMessage.of("say", SAY_FIELDS),
                    WireMessage.ofVolatile("typing", TYPING_FIELDS))
            .toClient(
                    WireMessage.of("said", SAID_FIELDS),
                    WireMessage.of("typing-now", TYPING_NOW_FIELDS),
                    WireMessage.of("notice", ANNOUNCEMENT_FIELDS))
            .build();

    @Override
    public Chat.ToServer readToServer(JsonReader in) {
        Chat.ToServer message = switch (in.type(TO_SERVER_TYPES)) {
            case 0 -> readSay(in);
            case 1 -> readTyping(in);
            default -> throw in.unknownType();
        };
        in.end();
        return message;
    }

    @Override
    public Chat.ToClient readToClient(JsonReader in) {
        Chat.ToClient message = switch (in.type(TO_CLIENT_TYPES)) {
            case 0 -> readSaid(in);
            case 1 -> readTypingNow(in);
            case 2 -> readAnnouncement(in);
            default -> throw in.unknownType();
        };
        in.end();
        return message;
    }

    @Override
    public void writeToServer(JsonWriter out, Chat.ToServer message) {
        if (message instanceof Chat.Say say) {
            writeSay(out.type(SAY_TYPE), say);
            return;
        }
        if (message instanceof Chat.Typing typing) {
            writeTyping(out.type(TYPING_TYPE), typing);
            return;
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public void writeToClient(JsonWriter out, Chat.ToClient message) {
        if (message instanceof Chat.Said said) {
            writeSaid(out.type(SAID_TYPE), said);
            return;
        }
        if (message instanceof Chat.TypingNow typingNow) {
            writeTypingNow(out.type(TYPING_NOW_TYPE), typingNow);
            return;
        }
        if (message instanceof Chat.Announcement announcement) {
            writeAnnouncement(out.type(ANNOUNCEMENT_TYPE), announcement);
            return;
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String typeOfToServer(Chat.ToServer message) {
        if (message instanceof Chat.Say) {
            return "say";
        }
        if (message instanceof Chat.Typing) {
            return "typing";
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String typeOfToClient(Chat.ToClient message) {
        if (message instanceof Chat.Said) {
            return "said";
        }
        if (message instanceof Chat.TypingNow) {
            return "typing-now";
        }
        if (message instanceof Chat.Announcement) {
            return "notice";
        }
        throw new AssertionError("Unknown type: " + message.getClass());
    }

    @Override
    public String roomName(Chat.Room room) {
        Violations found = new Violations();
        checkRoom(found, ~0L, room.room());
        RoomName.require(found);
        return RoomName.joinInPath(room.room());
    }

    @Override
    public Chat.Room room(String name) {
        List<String> parts = RoomName.splitInPath(name, 1);
        Violations found = new Violations();
        String room = parts.get(0);
        checkRoom(found, ~0L, room);
        found.throwIfAny();
        return new Chat.Room(room);
    }

    private static void checkRoom(Violations out, long sound, String room) {
        if ((sound & 1L) != 0) {
            if (room.length() < 1 || room.length() > 40) {
                out.add("size", "must have between 1 and 40 characters", "/room");
            }
        }
    }

    private static Chat.Say readSay(JsonReader in) {
        String text = null;
        List<String> tags = null;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(SAY_TEXT)) {
            text = in.string();
            seen |= 1L; // text
        }
        if (seen != 0 && in.expect(SAY_TAGS)) {
            tags = readSayTags(in);
            seen |= 2L; // tags
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(SAY_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(SAY_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> text = in.string();
                case 1 -> tags = readSayTags(in);
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 3L || isInvalidSay(text, tags)) {
            int flaws = in.flaws();
            in.require(SAY_FIELDS, seen, 3L);
            checkSay(in.violations(), seen & ~wrong, text, tags);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Chat.Say(text, tags);
    }

    private static List<String> readSayTags(JsonReader in) {
        if (!in.beginArray()) {
            return null;
        }
        List<String> items = new ArrayList<>();
        while (in.nextElement()) {
            items.add(in.string());
            if (items.size() > 5) {
                in.tooManyElements("must have at most 5 elements");
                return null;
            }
        }
        return Collections.unmodifiableList(items);
    }

    private static boolean isInvalidSay(String text, List<String> tags) {
        return text.length() > 500 || CharRuns.isBlank(text)
                || tags.size() > 5 || isInvalidSayTags(tags);
    }

    private static boolean isInvalidSayTags(List<String> items) {
        for (String item : items) {
            if (item.length() > 20) {
                return true;
            }
        }
        return false;
    }

    private static void checkSay(Violations out, long sound, String text, List<String> tags) {
        if ((sound & 1L) != 0) {
            if (CharRuns.isBlank(text)) {
                out.add("not-blank", "must not be blank", "/text");
            }
            if (text.length() > 500) {
                out.add("size", "must have at most 500 characters", "/text");
            }
        }
        if (tags != null) {
            if (tags.size() > 5) {
                out.add("size", "must have at most 5 elements", "/tags");
            }
            int tagsIndex = 0;
            for (String tagsItem : tags) {
                if (tagsItem != null) {
                    if (tagsItem.length() > 20) {
                        out.add("size", "must have at most 20 characters", "/tags", tagsIndex);
                    }
                }
                tagsIndex++;
            }
        }
    }

    private static void writeSay(JsonWriter out, Chat.Say value) {
        out.name(SAY_TEXT).value(value.text());
        out.name(SAY_TAGS);
        writeSayTags(out, value.tags());
    }

    private static void writeSayTags(JsonWriter out, List<String> items) {
        out.beginArray(items);
        for (String item : items) {
            out.element();
            out.value(item);
        }
        out.endArray();
    }

    private static Chat.Typing readTyping(JsonReader in) {
        boolean on = false;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(TYPING_ON)) {
            on = in.booleanValue();
            seen |= 1L; // on
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(TYPING_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(TYPING_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> on = in.booleanValue();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 1L) {
            int flaws = in.flaws();
            in.require(TYPING_FIELDS, seen, 1L);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Chat.Typing(on);
    }

    private static void writeTyping(JsonWriter out, Chat.Typing value) {
        out.name(TYPING_ON).value(value.on());
    }

    private static Chat.Said readSaid(JsonReader in) {
        long id = 0;
        String user = null;
        String text = null;
        Instant at = null;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(SAID_ID)) {
            id = in.longValue();
            seen |= 1L; // id
        }
        if (seen != 0 && in.expect(SAID_USER)) {
            user = in.string();
            seen |= 2L; // user
        }
        if (seen != 0 && in.expect(SAID_TEXT)) {
            text = in.string();
            seen |= 4L; // text
        }
        if (seen != 0 && in.expect(SAID_AT)) {
            at = in.text(TextFormat.INSTANT);
            seen |= 8L; // at
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(SAID_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(SAID_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> id = in.longValue();
                case 1 -> user = in.string();
                case 2 -> text = in.string();
                case 3 -> at = in.text(TextFormat.INSTANT);
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 15L) {
            int flaws = in.flaws();
            in.require(SAID_FIELDS, seen, 15L);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Chat.Said(id, user, text, at);
    }

    private static void writeSaid(JsonWriter out, Chat.Said value) {
        out.name(SAID_ID).value(value.id());
        out.name(SAID_USER).value(value.user());
        out.name(SAID_TEXT).value(value.text());
        out.name(SAID_AT).text(value.at());
    }

    private static Chat.TypingNow readTypingNow(JsonReader in) {
        String user = null;
        boolean on = false;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(TYPING_NOW_USER)) {
            user = in.string();
            seen |= 1L; // user
        }
        if (seen != 0 && in.expect(TYPING_NOW_ON)) {
            on = in.booleanValue();
            seen |= 2L; // on
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(TYPING_NOW_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(TYPING_NOW_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> user = in.string();
                case 1 -> on = in.booleanValue();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 3L) {
            int flaws = in.flaws();
            in.require(TYPING_NOW_FIELDS, seen, 3L);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Chat.TypingNow(user, on);
    }

    private static void writeTypingNow(JsonWriter out, Chat.TypingNow value) {
        out.name(TYPING_NOW_USER).value(value.user());
        out.name(TYPING_NOW_ON).value(value.on());
    }

    private static Chat.Announcement readAnnouncement(JsonReader in) {
        String text = null;
        // First the fields that stand in the order of declaration. In all masks, bit i is component i.
        long seen = 0;
        if (in.first(ANNOUNCEMENT_TEXT)) {
            text = in.string();
            seen |= 1L; // text
        }
        // Then the others, in any order.
        long wrong = in.isFlawed() ? Long.highestOneBit(seen) : 0;
        int field = in.endObject(seen) ? FieldNames.END : in.anyOrder(ANNOUNCEMENT_FIELDS, seen);
        for (; field != FieldNames.END; field = in.next(ANNOUNCEMENT_FIELDS, field + 1)) {
            int flaws = in.flaws();
            seen = in.once(seen, field);
            switch (field) {
                case 0 -> text = in.string();
                default -> throw new AssertionError("Unknown field: " + field);
            }
            wrong |= in.flaws() == flaws ? 0 : 1L << field;
        }
        // Last, what is missing, malformed or invalid.
        if (in.isFlawed() || seen != 1L) {
            int flaws = in.flaws();
            in.require(ANNOUNCEMENT_FIELDS, seen, 1L);
            if (wrong != 0 || in.flaws() != flaws) {
                return null;
            }
        }
        return new Chat.Announcement(text);
    }

    private static void writeAnnouncement(JsonWriter out, Chat.Announcement value) {
        out.name(ANNOUNCEMENT_TEXT).value(value.text());
    }
}
