package dev.strait.runtime.internal.protocol;

import dev.strait.runtime.spi.TextFrame;
import dev.strait.runtime.spi.codec.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Adds the name of a room as the last field of a frame. */
final class RoomField {

    private static final int EMPTY_BYTES = 2;

    private final byte[] start;

    RoomField(String name) {
        this.start = (",\"" + name + "\":").getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns a copy of a message with the field added. */
    TextFrame addTo(TextFrame message, String room) {
        byte[] object = message.utf8();
        byte[] name = quoted(room);
        int fields = object.length - 1; // without the closing bracket
        int comma = object.length > EMPTY_BYTES ? 0 : 1; // a message without its type may have no fields
        int added = start.length - comma;
        byte[] frame = Arrays.copyOf(object, fields + added + name.length + 1);
        System.arraycopy(start, comma, frame, fields, added);
        System.arraycopy(name, 0, frame, fields + added, name.length);
        frame[frame.length - 1] = '}';
        return new TextFrame(message.type(), frame);
    }

    private static byte[] quoted(String room) {
        boolean isPlain = room.chars().allMatch(unit -> unit > ' ' && unit < 0x7f && unit != '"' && unit != '\\');
        if (isPlain) {
            return ('"' + room + '"').getBytes(StandardCharsets.US_ASCII);
        }
        try (JsonWriter out = JsonWriter.ofUtf8()) {
            out.value(room);
            return out.finishUtf8();
        }
    }
}
