package dev.strait.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import com.squareup.javapoet.TypeVariableName;
import com.squareup.javapoet.WildcardTypeName;
import dev.strait.processor.model.ChannelModel;
import java.time.Duration;
import java.util.List;
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
                .addJavadoc(GeneratedFile.doc(channel, "A connection of {@link $T}, as a handler sees it."))
                .addJavadoc("""

                        <p>It may be kept and used on any thread; no method blocks. After the connection has closed, its facts
                        remain available, messages to it are dropped, and joins return false.

                        <p>Objects of the same connection are equal, whatever their rooms. A set of connections keeps the object
                        that was added first. A connection that {@code left} one room may still be in another.

                        @param <S> the state of a connection, as returned by {@code open}
                        """)
                .addField(Names.view(channel), "connection", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(Names.view(channel), "connection")
                        .addStatement("this.connection = connection")
                        .build())
                .addMethod(verb("reply", Names.sender(channel), "Sends to this connection only."))
                .addMethod(verb("toOthers", Names.target(channel), "Sends to the room without this connection."))
                .addMethod(verb("toRoom", Names.target(channel), "Sends to the room, this connection included."))
                .addMethod(
                        fact(
                                "room",
                                channel.roomType(),
                                "Returns the room of this call: the room that the message was sent to, or that was joined or left."))
                .addMethod(fact(
                        "rooms",
                        ParameterizedTypeName.get(ClassName.get(Set.class), channel.roomType()),
                        "Returns the rooms of this connection, in the order of joining."));
        if (channel.asksClients()) {
            type.addMethod(ask());
        }
        if (!channel.isPathBound()) {
            type.addMethod(membership(
                    "join",
                    "Joins a room without calling the handler's {@code join}. Returns false if the connection is "
                            + "already a\nmember, closed or at its limit of rooms."));
            type.addMethod(membership("leave", "Leaves a room. Returns false if the connection is not a member."));
        }
        TypeName user = ParameterizedTypeName.get(ClassName.get(Optional.class), ClassName.get(String.class));
        type.addMethod(fact(
                        "id",
                        ClassName.get(String.class),
                        "Returns the connection id, which is unique across all nodes."))
                .addMethod(fact("user", user, "Returns the user id, if the handler's {@code user} returned one."))
                .addMethod(fact("state", Names.STATE, "Returns the state that the handler's {@code open} returned."))
                .addMethod(fact("handshake", RuntimeTypes.HANDSHAKE, "Returns the HTTP request of the connection."))
                .addMethod(close())
                .addMethods(objectMethods());
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
                        Asks this client, and returns its answer. The stage fails with a {@link $T} if no answer arrives in time,
                        with a {@link $T} if the client disconnects, with a {@link $T} if the client refuses, and with a
                        {@link $T} if the answer violates the contract. Dependent stages run on the thread that read the answer
                        and must not block; those added by methods that end in {@code Async} run where handlers run.

                        @throws IllegalArgumentException the timeout is not positive, or a number of the message is not finite
                        @throws NullPointerException a required component of the message is null
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

    // public boolean equals(Object other) {
    //     return other instanceof ChatConnection<?> that && id().equals(that.id());
    // }
    private List<MethodSpec> objectMethods() {
        TypeName any = ParameterizedTypeName.get(Names.connection(channel), WildcardTypeName.subtypeOf(Object.class));
        return List.of(
                Names.overriding("equals", TypeName.BOOLEAN)
                        .addJavadoc("Returns whether this is the same connection, in any room.\n")
                        .addParameter(Object.class, "other")
                        .addStatement("return other instanceof $T that && id().equals(that.id())", any)
                        .build(),
                Names.overriding("hashCode", TypeName.INT)
                        .addStatement("return id().hashCode()")
                        .build(),
                Names.overriding("toString", TypeName.get(String.class))
                        .addJavadoc("Returns the connection id, the user and the room.\n")
                        .addStatement("return connection.toString()")
                        .build());
    }

    // public boolean close(CloseReason reason) {
    //     return connection.close(reason);
    // }
    private static MethodSpec close() {
        return MethodSpec.methodBuilder("close")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("""
                        Closes the connection after everything that is queued. Returns false if it is closed or closing.

                        @throws IllegalArgumentException the code only describes a disconnect
                        """)
                .returns(boolean.class)
                .addParameter(RuntimeTypes.CLOSE_REASON, "reason")
                .addStatement("return connection.close(reason)")
                .build();
    }
}
