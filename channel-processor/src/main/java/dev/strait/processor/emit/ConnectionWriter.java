package dev.strait.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import dev.strait.processor.model.ChannelModel;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes what a handler method receives: a connection, in one room. */
final class ConnectionWriter {

    private static final String DOC_WITH_ROOMS = """

            <p>It may be kept and used on any thread; no method blocks. After the connection has closed, its facts
            remain available, messages to it are dropped, and joins return false.

            <p>Objects of the same connection are equal, whatever their rooms. A set of connections keeps the object
            that was added first. A connection that {@code left} one room may still be in another.

            @param <S> the state of a connection, as returned by {@code open}
            """;

    private static final String DOC_WITHOUT_ROOMS = """

            <p>It may be kept and used on any thread; no method blocks. After the connection has closed, its facts
            remain available, and messages to it are dropped. Objects of the same connection are equal.

            @param <S> the state of a connection, as returned by {@code open}
            """;

    private final ChannelModel channel;

    private ConnectionWriter(ChannelModel channel) {
        this.channel = channel;
    }

    static JavaFile write(ChannelModel channel) {
        return new ConnectionWriter(channel).file();
    }

    private JavaFile file() {
        TypeSpec.Builder type = TypeSpec.classBuilder(Names.connection(channel))
                .addModifiers(Modifier.FINAL)
                .addTypeVariable(Names.STATE)
                .addJavadoc(GeneratedFile.doc(channel, "A connection of {@link $T}, as a handler sees it."))
                .addJavadoc(channel.hasRooms() ? DOC_WITH_ROOMS : DOC_WITHOUT_ROOMS)
                .superclass(ParameterizedTypeName.get(
                        RuntimeTypes.CONNECTION_VIEW, Names.STATE, channel.roomType(), channel.toClientType()))
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(Names.view(channel), "connection")
                        .addStatement("super(connection)")
                        .build())
                .addMethod(verb("reply", Names.sender(channel), "Sends to this connection only."));
        if (channel.hasRooms()) {
            type.addMethod(verb("toOthers", Names.target(channel), "Sends to the room without this connection."))
                    .addMethod(verb("toRoom", Names.target(channel), "Sends to the room, this connection included."))
                    .addMethod(room())
                    .addMethod(rooms());
        } else {
            type.addMethod(verb(
                            "toOthers", Names.target(channel), "Sends to all connections of the channel but this one."))
                    .addMethod(verb(
                            "toEveryone",
                            Names.target(channel),
                            "Sends to all connections of the channel, this one included."));
        }
        if (channel.asksClients()) {
            type.addMethod(
                    AskMethod.of(channel, "Asks this client", CodeBlock.of("connection().ask(message, timeout)")));
        }
        if (channel.hasRooms() && !channel.isPathBound()) {
            type.addMethod(membership(
                    "join",
                    "Joins a room without calling the handler's {@code join}. Returns false if the connection is "
                            + "already a\nmember, closed or at its limit of rooms."));
            type.addMethod(membership("leave", "Leaves a room. Returns false if the connection is not a member."));
        }
        return GeneratedFile.of(channel, type);
    }

    // public ChatSender.Target toOthers() {
    //     return new ChatSender.Target(connection().toOthers());
    // }
    private static MethodSpec verb(String name, TypeName sender, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L\n", doc)
                .returns(sender)
                .addStatement("return new $T(connection().$N())", sender, name)
                .build();
    }

    // public Lobby.Room room() {
    //     return connection().room();
    // }
    private MethodSpec room() {
        return fact(
                "room",
                channel.roomType(),
                "Returns the room of this call: the room that the message was sent to, or that was joined or left.");
    }

    private MethodSpec rooms() {
        return fact(
                "rooms",
                ParameterizedTypeName.get(ClassName.get(Set.class), channel.roomType()),
                "Returns the rooms of this connection, in the order of joining.");
    }

    private static MethodSpec fact(String name, TypeName type, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L\n", doc)
                .returns(type)
                .addStatement("return connection().$N()", name)
                .build();
    }

    // public boolean join(Lobby.Room room) {
    //     return connection().join(room);
    // }
    private MethodSpec membership(String name, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L\n", doc)
                .returns(boolean.class)
                .addParameter(channel.roomType(), "room")
                .addStatement("return connection().$N(room)", name)
                .build();
    }
}
