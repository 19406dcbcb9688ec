package dev.strait.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.MessageModel;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the sender: one method for each message of the server, and the targets as its subclasses. */
final class SenderWriter {

    private final ChannelModel channel;
    private final TypeName audience;

    private SenderWriter(ChannelModel channel) {
        this.channel = channel;
        this.audience = Names.audience(channel);
    }

    static JavaFile write(ChannelModel channel) {
        return new SenderWriter(channel).file();
    }

    private JavaFile file() {
        TypeSpec.Builder type = TypeSpec.classBuilder(Names.sender(channel))
                .addModifiers(Modifier.SEALED)
                .addJavadoc(GeneratedFile.doc(channel, "Sends messages of {@link $T} to one or more connections."))
                .addJavadoc("""

                        <p>Sending is safe from any thread and never blocks. The message is encoded once, and each connection
                        receives at most one frame. A connection whose queue is full is closed; the returned
                        {@link $T} counts it as dropped.
                        """, RuntimeTypes.DELIVERY)
                .addField(audience, "audience", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor(CodeBlock.of("this.audience = audience;\n")));
        if (channel.toClient().isPresent()) {
            type.addMethod(emit());
        }
        channel.toClientMessages().stream()
                .filter(message -> !message.isAsk()) // one connection is asked, and answers
                .forEach(message -> type.addMethod(send(message)));
        type.addType(target());
        if (channel.hasRooms()) {
            type.addType(roomTarget());
        }
        type.addType(userTarget()).addType(connectionTarget());
        return GeneratedFile.of(channel, type);
    }

    // ChatSender(Audience<Chat.ToClient> audience) {
    //     this.audience = audience;
    // }
    private MethodSpec constructor(CodeBlock body) {
        return MethodSpec.constructorBuilder()
                .addParameter(audience, "audience")
                .addCode(body)
                .build();
    }

    // public Delivery emit(Chat.ToClient message) {
    //     return audience.send(message);
    // }
    private MethodSpec emit() {
        return MethodSpec.methodBuilder("emit")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Sends a message.\n\n")
                .addJavadoc("@throws NullPointerException the message or a required component is null\n")
                .addJavadoc("@throws IllegalArgumentException the message is an ask, or a number is not finite\n")
                .returns(RuntimeTypes.DELIVERY)
                .addParameter(channel.toClientType(), "message")
                .addStatement("return audience.send(message)")
                .build();
    }

    // public Delivery said(long id, String user, String text, Instant at) {
    //     return emit(new Chat.Said(id, user, text, at));
    // }
    private static MethodSpec send(MessageModel message) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(message.senderMethod())
                .addAnnotations(Names.deprecation(message))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        message.doc().isEmpty()
                                ? CodeBlock.of("Sends {@link $T}.\n", message.type())
                                : CodeBlock.of("Sends {@link $T}: $L\n", message.type(), message.doc()))
                .returns(RuntimeTypes.DELIVERY);
        for (ComponentModel component : message.record().components()) {
            method.addParameter(component.type().name(), component.name());
        }
        return method.addStatement("return emit($L)", Names.construct(message.record(), ComponentModel::name))
                .build();
    }

    // public static sealed class Target extends ChatSender { ... }
    private TypeSpec target() {
        ClassName target = Names.target(channel);
        return TypeSpec.classBuilder(target)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.SEALED)
                .superclass(Names.sender(channel))
                .addJavadoc("Connections to send to. Immutable: each method returns a new target.\n")
                .addField(audience, "audience", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor(CodeBlock.of("super(audience);\nthis.audience = audience;\n")))
                .addMethod(MethodSpec.methodBuilder("and")
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("Returns the union of both targets; the exclusions of either apply.\n")
                        .returns(target)
                        .addParameter(target, "others")
                        .addStatement("return new $T(audience.and(others.audience))", target)
                        .build())
                .addMethods(exceptions("except", "connectionIds", "Returns this target without some connections."))
                .addMethods(exceptions(
                        "exceptUsers", "users", "Returns this target without the connections of some users."))
                .build();
    }

    // public Target except(String... connectionIds) {
    //     return new Target(audience.except(connectionIds));
    // }
    private List<MethodSpec> exceptions(String name, String parameter, String doc) {
        TypeName strings = ParameterizedTypeName.get(Collection.class, String.class);
        MethodSpec.Builder ofArray = exception(name, parameter, doc)
                .addParameter(String[].class, parameter)
                .varargs();
        MethodSpec.Builder ofCollection = exception(name, parameter, doc).addParameter(strings, parameter);
        return List.of(ofArray.build(), ofCollection.build());
    }

    private MethodSpec.Builder exception(String name, String parameter, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L\n", doc)
                .returns(Names.target(channel))
                .addStatement("return new $T(audience.$N($N))", Names.target(channel), name, parameter);
    }

    // public static final class RoomTarget extends Target { ... }
    private TypeSpec roomTarget() {
        TypeName infos = ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.CONNECTION_INFO);
        TypeSpec.Builder type = gatewayTarget(Names.roomTarget(channel), channel.roomType(), "room")
                .addJavadoc("The members of one room, with queries about this node.\n")
                .addMethod(question("members", infos, "room", "Returns a snapshot of the members.")
                        .build())
                .addMethod(question("size", TypeName.INT, "room", "Returns the number of members.")
                        .build());
        if (!channel.isPathBound()) {
            type.addMethod(membership(
                            "join",
                            "Makes a connection join without calling the handler's {@code join}. Returns false if the connection "
                                    + "is unknown,\nalready a member, closed or at its limit of rooms."))
                    .addMethod(membership("leave", "Makes a connection leave. Returns false if it is not a member."));
        }
        return type.build();
    }

    // public boolean join(String connectionId) {
    //     return gateway.join(room, connectionId);
    // }
    private static MethodSpec membership(String name, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L\n", doc)
                .returns(boolean.class)
                .addParameter(String.class, "connectionId")
                .addStatement("return gateway.$N(room, connectionId)", name)
                .build();
    }

    // public static final class UserTarget extends Target { ... }
    private TypeSpec userTarget() {
        return gatewayTarget(Names.userTarget(channel), ClassName.get(String.class), "user")
                .addJavadoc("All connections of one user.\n")
                .addMethod(MethodSpec.methodBuilder("close")
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("""
                                Closes the connections on all nodes, after everything that is queued, such as when the user logs
                                out or loses a permission. Refuse the user in {@code open} first: a client may connect again at
                                once.

                                @return how many connections the user has on this node, and how many of them this call closes. If
                                    {@code elsewhere} fails, those of other nodes are closed once they can be reached again
                                @throws IllegalArgumentException applications may not send the code
                                """)
                        .returns(RuntimeTypes.DELIVERY)
                        .addParameter(RuntimeTypes.CLOSE_REASON, "reason")
                        .addStatement("return gateway.closeUser(user, reason)")
                        .build())
                .build();
    }

    // public static final class ConnectionTarget extends Target { ... }
    private TypeSpec connectionTarget() {
        TypeName info = ParameterizedTypeName.get(ClassName.get(Optional.class), RuntimeTypes.CONNECTION_INFO);
        TypeSpec.Builder type = gatewayTarget(
                        Names.connectionTarget(channel), ClassName.get(String.class), "connectionId")
                .addJavadoc("A single connection.\n")
                .addMethod(question(
                                "info",
                                info,
                                "connectionId",
                                "Returns a snapshot of the connection, if it is on this node.")
                        .build())
                .addMethod(MethodSpec.methodBuilder("close")
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("""
                                Closes the connection on any node, after everything that is queued.

                                @return 1 connection if it is on this node, dropped if it was closing. If {@code elsewhere} fails, a
                                    connection of another node is closed once that node can be reached again
                                @throws IllegalArgumentException applications may not send the code
                                """)
                        .returns(RuntimeTypes.DELIVERY)
                        .addParameter(RuntimeTypes.CLOSE_REASON, "reason")
                        .addStatement("return gateway.close(connectionId, reason)")
                        .build());
        if (channel.asksClients()) {
            type.addMethod(AskMethod.of(
                    channel,
                    "Asks the client, which must be connected to this node",
                    CodeBlock.of("gateway.ask(connectionId, message, timeout)")));
        }
        return type.build();
    }

    /** A target that knows its gateway and what it is about. */
    private TypeSpec.Builder gatewayTarget(ClassName name, TypeName keyType, String key) {
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(Names.target(channel))
                .addField(Names.gateway(channel), "gateway", Modifier.PRIVATE, Modifier.FINAL)
                .addField(keyType, key, Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(audience, "audience")
                        .addParameter(Names.gateway(channel), "gateway")
                        .addParameter(keyType, key)
                        .addStatement("super(audience)")
                        .addStatement("this.gateway = gateway")
                        .addStatement("this.$N = $N", key, key)
                        .build());
    }

    // public int size() {
    //     return gateway.size(room);
    // }
    private static MethodSpec.Builder question(String name, TypeName answer, String key, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L\n", doc)
                .returns(answer)
                .addStatement("return gateway.$N($N)", name, key);
    }
}
