package dev.strait.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.MessageModel;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the interface that a server application implements. */
final class HandlerWriter {

    private final ChannelModel channel;
    private final TypeName connection;

    private HandlerWriter(ChannelModel channel) {
        this.channel = channel;
        this.connection = Names.connectionOf(channel, Names.STATE);
    }

    static JavaFile write(ChannelModel channel) {
        return new HandlerWriter(channel).file();
    }

    private JavaFile file() {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(Names.handler(channel))
                .addTypeVariable(Names.STATE)
                .addJavadoc(GeneratedFile.doc(channel, "What the server application does for {@link $T}."))
                .addJavadoc("""

                        <p>All calls for one connection come one after the other: {@code open}, {@code user}, for each room
                        {@code join} and {@code joined}, the messages in their order, for each room {@code left}, and
                        {@code closed}. Calls for different connections run side by side. A method may block, unless the
                        endpoint is {@code nonBlocking()}. A {@link $T} that it throws goes to the client; anything else is
                        logged, and the client gets a reference to the log.

                        @param <S> what the application remembers of each connection
                        """, RuntimeTypes.REFUSAL)
                .addMethod(open());
        channel.toServerMessages().forEach(message -> type.addMethod(onMessage(message)));
        type.addMethod(user()).addMethod(join());
        type.addMethod(event("joined", "The connection is a member now; a place to greet it. Does nothing by default.")
                .build());
        type.addMethod(event("left", "The connection is no member any more. Does nothing by default.")
                .build());
        return GeneratedFile.of(channel, type.addMethod(closed()).addMethod(deployed()));
    }

    // S open(Chat.Room room, Handshake handshake);
    private MethodSpec open() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("open")
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc("Admits a connection, or throws a {@link $T}, which closes it.\n\n", RuntimeTypes.REFUSAL)
                .returns(Names.STATE);
        if (channel.isPathBound()) {
            method.addJavadoc("@param room the room that its path names; it is joined next\n")
                    .addParameter(channel.roomType(), "room");
        }
        return method.addJavadoc("@param handshake the request that it began with\n")
                .addJavadoc("@return what to remember of it\n")
                .addParameter(RuntimeTypes.HANDSHAKE, "handshake")
                .build();
    }

    // void onSay(Chat.Say say, ChatConnection<S> from);
    private MethodSpec onMessage(MessageModel message) {
        CodeBlock doc = message.doc().isEmpty()
                ? CodeBlock.of("A client sent {@link $T}.\n", message.type())
                : CodeBlock.of("A client sent {@link $T}: $L\n", message.type(), message.doc());
        MethodSpec.Builder method = MethodSpec.methodBuilder(message.handlerMethod())
                .addAnnotations(Names.deprecation(message))
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(doc);
        message.answer()
                .ifPresent(answer -> method.returns(answer.type()).addJavadoc("\n@return the answer, not null\n"));
        return method.addParameter(message.type(), Names.variable(message, Set.of("from")))
                .addParameter(connection, "from")
                .build();
    }

    // default Optional<String> user(S state, Handshake handshake) {
    //     return handshake.principal().map(Principal::getName);
    // }
    private MethodSpec user() {
        return MethodSpec.methodBuilder("user")
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addJavadoc("""
                        Says who the connection is for, as {@code user(...)} targets name him. By default the name of the
                        container's principal.
                        """)
                .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), ClassName.get(String.class)))
                .addParameter(Names.STATE, "state")
                .addParameter(RuntimeTypes.HANDSHAKE, "handshake")
                .addStatement("return handshake.principal().map($T::getName)", Principal.class)
                .build();
    }

    // default void join(Chat.Room room, ChatConnection<S> connection) {}
    private MethodSpec join() {
        return event("join", "Allows the connection to join, or throws a {@link $T}. Allows everything by default.")
                .build();
    }

    // default void joined(Chat.Room room, ChatConnection<S> connection) {}
    private MethodSpec.Builder event(String name, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addJavadoc(
                        doc.contains("$T") ? CodeBlock.of(doc + "\n", RuntimeTypes.REFUSAL) : CodeBlock.of(doc + "\n"))
                .addParameter(channel.roomType(), "room")
                .addParameter(connection, "connection");
    }

    // default void closed(ChatConnection<S> connection, CloseReason reason) {}
    private MethodSpec closed() {
        return MethodSpec.methodBuilder("closed")
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addJavadoc(
                        "The connection has ended: the last call for it, and the only one for each {@code open} that "
                                + "returned. Does\nnothing by default.\n")
                .addParameter(connection, "connection")
                .addParameter(RuntimeTypes.CLOSE_REASON, "reason")
                .build();
    }

    // default void deployed(ChannelHub hub) {}
    private MethodSpec deployed() {
        return MethodSpec.methodBuilder("deployed")
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addJavadoc(
                        "A container deployed this handler by itself; here is the hub to emit with. Does nothing by "
                                + "default.\n")
                .addParameter(RuntimeTypes.CHANNEL_HUB, "hub")
                .build();
    }
}
