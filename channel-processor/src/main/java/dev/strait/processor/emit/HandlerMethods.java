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
                .addJavadoc(
                        "Admits a connection and returns its state. A {@link $T} closes the connection.\n\n",
                        RuntimeTypes.REFUSAL)
                .returns(Names.STATE);
        if (channel.isPathBound()) {
            method.addJavadoc("@param room the room in the path; it is joined next\n")
                    .addParameter(channel.roomType(), "room");
        }
        return method.addJavadoc("@param handshake the HTTP request of the connection\n")
                .addJavadoc("@return the state of the connection\n")
                .addParameter(RuntimeTypes.HANDSHAKE, "handshake")
                .build();
    }

    // void onSay(Chat.Say say, ChatConnection<S> from
    MethodSpec.Builder onMessage(MessageModel message, Set<String> taken) {
        CodeBlock doc = message.doc().isEmpty()
                ? CodeBlock.of("Handles {@link $T} from a client.\n", message.type())
                : CodeBlock.of("Handles {@link $T} from a client: $L\n", message.type(), message.doc());
        MethodSpec.Builder method = MethodSpec.methodBuilder(message.handlerMethod())
                .addAnnotations(Names.deprecation(message))
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(doc);
        message.answer()
                .ifPresent(answer -> method.returns(answer.type()).addJavadoc("\n@return the answer; never null\n"));
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
                        Returns the user id of the connection, as used by {@code user(...)} targets. By default it is the name of
                        the principal.
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

    // default void reauthenticated(ChatConnection<S> connection, String token) {}
    MethodSpec reauthenticated() {
        return MethodSpec.methodBuilder("reauthenticated")
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addJavadoc("""
                        The client has sent a new token, which the hub's authenticator has accepted, if there is one. A
                        {@link $T} closes the connection with 4401. Does nothing by default.
                        """, RuntimeTypes.REFUSAL)
                .addParameter(connection, "connection")
                .addParameter(String.class, "token")
                .build();
    }

    // default void closed(ChatConnection<S> connection, CloseReason reason) {}
    MethodSpec closed() {
        return MethodSpec.methodBuilder("closed")
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addJavadoc(
                        "The connection has closed. This is the last call for it; each {@code open} that returned gets exactly "
                                + "one.\nDoes nothing by default.\n")
                .addParameter(connection, "connection")
                .addParameter(RuntimeTypes.CLOSE_REASON, "reason")
                .build();
    }

    // default void deployed(ChannelHub hub) {}
    static MethodSpec deployed(String what) {
        return MethodSpec.methodBuilder("deployed")
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addJavadoc(
                        "A container deployed this $L by scanning. The hub can be used to emit. Does nothing by default.\n",
                        what)
                .addParameter(RuntimeTypes.CHANNEL_HUB, "hub")
                .build();
    }
}
