package dev.strait.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.MessageModel;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the methods that handlers and rooms with state have in common. */
final class HandlerMethods {

    private final ChannelModel channel;
    private final TypeName connection;

    HandlerMethods(ChannelModel channel) {
        this.channel = channel;
        this.connection = Names.connectionOf(channel, Names.STATE);
    }

    // S open(Chat.Room room, Handshake handshake);
    MethodSpec open() {
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

    // void onSay(Chat.Say say, ChatConnection<S> from
    MethodSpec.Builder onMessage(MessageModel message, Set<String> taken) {
        CodeBlock doc = message.doc().isEmpty()
                ? CodeBlock.of("A client sent {@link $T}.\n", message.type())
                : CodeBlock.of("A client sent {@link $T}: $L\n", message.type(), message.doc());
        MethodSpec.Builder method = MethodSpec.methodBuilder(message.handlerMethod())
                .addAnnotations(Names.deprecation(message))
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(doc);
        message.answer()
                .ifPresent(answer -> method.returns(answer.type()).addJavadoc("\n@return the answer, not null\n"));
        return method.addParameter(message.type(), Names.variable(message, taken))
                .addParameter(connection, "from");
    }

    // default Optional<String> user(S state, Handshake handshake) {
    //     return handshake.principal().map(Principal::getName);
    // }
    static MethodSpec user() {
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

    // default void joined(Chat.Room room, ChatConnection<S> connection) {}
    MethodSpec event(String name, TypeName type, String parameter, CodeBlock doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addJavadoc(doc)
                .addParameter(type, parameter)
                .addParameter(connection, "connection")
                .build();
    }

    // default void closed(ChatConnection<S> connection, CloseReason reason) {}
    MethodSpec closed() {
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
    static MethodSpec deployed(String what) {
        return MethodSpec.methodBuilder("deployed")
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addJavadoc(
                        "A container deployed this $L by itself; here is the hub to emit with. Does nothing by default.\n",
                        what)
                .addParameter(RuntimeTypes.CHANNEL_HUB, "hub")
                .build();
    }
}
