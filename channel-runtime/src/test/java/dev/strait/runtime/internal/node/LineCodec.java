package dev.strait.runtime.internal.node;

import dev.strait.runtime.spi.codec.ChannelCodec;
import dev.strait.runtime.spi.codec.FieldNames;
import dev.strait.runtime.spi.codec.JsonConstant;
import dev.strait.runtime.spi.codec.JsonReader;
import dev.strait.runtime.spi.codec.JsonWriter;
import dev.strait.runtime.spi.codec.RoomName;
import dev.strait.runtime.spi.codec.TypeNames;
import java.util.Objects;

/** The codec of a channel for lines of text: clients send {@code say}, the server sends {@code said}. */
final class LineCodec implements ChannelCodec<String, String, String> {

    private static final TypeNames SAY = TypeNames.of("say");
    private static final TypeNames SAID = TypeNames.of("said");
    private static final JsonConstant SAY_TYPE = JsonConstant.type("say");
    private static final JsonConstant SAID_TYPE = JsonConstant.type("said");
    private static final JsonConstant LINE = JsonConstant.name("line");
    private static final FieldNames FIELDS = FieldNames.of("line");

    @Override
    public String readToServer(JsonReader in) {
        return read(in, SAY);
    }

    @Override
    public String readToClient(JsonReader in) {
        return read(in, SAID);
    }

    private static String read(JsonReader in, TypeNames types) {
        if (in.type(types) != 0) {
            throw in.unknownType();
        }
        String line = "";
        long seen = 0;
        for (int field = in.anyOrder(FIELDS, 0); field != FieldNames.END; field = in.next(FIELDS, 0)) {
            seen = in.once(seen, field);
            line = in.string();
        }
        in.require(FIELDS, seen, 1);
        in.end();
        return Objects.requireNonNullElse(line, "");
    }

    @Override
    public void writeToServer(JsonWriter out, String line) {
        out.type(SAY_TYPE).name(LINE).value(line);
    }

    @Override
    public void writeToClient(JsonWriter out, String line) {
        out.type(SAID_TYPE).name(LINE).value(line);
    }

    @Override
    public String typeOfToServer(String line) {
        return "say";
    }

    @Override
    public String typeOfToClient(String line) {
        return "said";
    }

    @Override
    public String roomName(String room) {
        return RoomName.join(room);
    }

    @Override
    public String room(String name) {
        return RoomName.split(name, 1).get(0);
    }
}
