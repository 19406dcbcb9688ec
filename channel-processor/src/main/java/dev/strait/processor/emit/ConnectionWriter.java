package dev.strait.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import com.squareup.javapoet.TypeVariableName;
import dev.strait.processor.model.ChannelModel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import javax.lang.model.element.Modifier;

/** Writes what a handler method receives: a connection, in one room. */
final class ConnectionWriter {

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
                .addJavadoc(GeneratedFile.doc(channel, "A connection of {@link $T}, as a handler meets it."))
                .addJavadoc("""

                        <p>It may be kept and used on any thread; nothing here blocks. Once the connection has closed, the facts
                        stay, sending reaches nobody, and joining is refused.

                        @param <S> what the application remembers of each connection
                        """)
                .addField(Names.view(channel), "connection", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(Names.view(channel), "connection")
                        .addStatement("this.connection = connection")
                        .build())
                .addMethod(verb("reply", Names.sender(channel), "Sends to this connection alone."))
                .addMethod(verb("toOthers", Names.target(channel), "Sends to the room without this connection."))
                .addMethod(verb("toRoom", Names.target(channel), "Sends to the room, this connection included."))
                .addMethod(fact("room", channel.roomType(), "The room that is meant."))
                .addMethod(fact(
                        "rooms",
                        ParameterizedTypeName.get(ClassName.get(Set.class), channel.roomType()),
                        "The rooms that it is in, in the order of joining."));
        if (channel.asksClients()) {
            type.addMethod(ask());
        }
        if (!channel.isPathBound()) {
            type.addMethod(membership(
                    "join",
                    "Joins a room, without asking the handler's {@code join}; false if it is in it "
                            + "already, has\nclosed, or has reached a limit."));
            type.addMethod(membership("leave", "Leaves a room; false if it is not in it."));
        }
        TypeName user = ParameterizedTypeName.get(ClassName.get(Optional.class), ClassName.get(String.class));
        type.addMethod(fact("id", ClassName.get(String.class), "Its id, unique among all connections."))
                .addMethod(fact("user", user, "Who it is for, if the handler's {@code user} said so."))
                .addMethod(fact("state", Names.STATE, "What the handler's {@code open} returned."))
                .addMethod(fact("handshake", RuntimeTypes.HANDSHAKE, "The request that it began with."))
                .addMethod(close());
        return GeneratedFile.of(channel, type);
    }

    // public ChatSender.Target toOthers() {
    //     return new ChatSender.Target(connection.toOthers());
    // }
    private static MethodSpec verb(String name, TypeName sender, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L\n", doc)
                .returns(sender)
                .addStatement("return new $T(connection.$N())", sender, name)
                .build();
    }

    // public <R, M extends Auction.ToClient & Ask<R>> CompletionStage<R> ask(M message, Duration timeout) {
    //     return connection.ask(message, timeout);
    // }
    private MethodSpec ask() {
        TypeVariableName answer = TypeVariableName.get("R");
        TypeName asking = ParameterizedTypeName.get(RuntimeTypes.ASK, answer);
        TypeVariableName message = TypeVariableName.get("M", channel.toClientType(), asking);
        return MethodSpec.methodBuilder("ask")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        """
                        Asks this client, and gives its answer. It fails with a {@link $T} if none comes in time, with a
                        {@link $T} if the client goes before, with a {@link $T} if the client refuses, and with a
                        {@link $T} if its answer breaks the contract. What depends on the answer runs on the thread that
                        it came on, and must not block there; with the methods that end in {@code Async} it runs where
                        handlers do.

                        @throws IllegalArgumentException the timeout is not positive, or a number of the message not finite
                        @throws NullPointerException a component of the message that must not be null is
                        """,
                        TimeoutException.class,
                        RuntimeTypes.CONNECTION_CLOSED,
                        RuntimeTypes.REFUSAL,
                        RuntimeTypes.FRAME_EXCEPTION)
                .addTypeVariable(answer)
                .addTypeVariable(message)
                .returns(ParameterizedTypeName.get(ClassName.get(CompletionStage.class), answer))
                .addParameter(message, "message")
                .addParameter(Duration.class, "timeout")
                .addStatement("return connection.ask(message, timeout)")
                .build();
    }

    // public String id() {
    //     return connection.id();
    // }
    private static MethodSpec fact(String name, TypeName type, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L\n", doc)
                .returns(type)
                .addStatement("return connection.$N()", name)
                .build();
    }

    // public boolean join(Lobby.Room room) {
    //     return connection.join(room);
    // }
    private MethodSpec membership(String name, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L\n", doc)
                .returns(boolean.class)
                .addParameter(channel.roomType(), "room")
                .addStatement("return connection.$N(room)", name)
                .build();
    }

    // public boolean close(CloseReason reason) {
    //     return connection.close(reason);
    // }
    private static MethodSpec close() {
        return MethodSpec.methodBuilder("close")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Closes it after what is queued; false if it has closed, or is closing.\n")
                .returns(boolean.class)
                .addParameter(RuntimeTypes.CLOSE_REASON, "reason")
                .addStatement("return connection.close(reason)")
                .build();
    }
}
