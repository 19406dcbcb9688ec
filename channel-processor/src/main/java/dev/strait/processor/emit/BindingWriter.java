package dev.strait.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import dev.strait.processor.model.ChannelModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes what ties a handler, or a room with state, to the runtime. */
final class BindingWriter {

    private static final String ROOM = "room";
    private static final String STATE = "state";

    private final ChannelModel channel;
    private final TypeName view;
    /** The name of the field that is called, {@code handler} or {@code room}. */
    private final String target;

    private final boolean isOfRoom;

    private BindingWriter(ChannelModel channel, String target) {
        this.channel = channel;
        this.view = Names.view(channel);
        this.target = target;
        this.isOfRoom = target.equals(ROOM);
    }

    // private static final class Binding<S> implements ChannelBinding<S, Chat.Room, Chat.ToServer, Chat.ToClient>
    static TypeSpec ofHandler(ChannelModel channel) {
        TypeName handler = ParameterizedTypeName.get(Names.handler(channel), Names.STATE);
        return new BindingWriter(channel, "handler")
                .begin(
                        handler,
                        ParameterizedTypeName.get(
                                RuntimeTypes.CHANNEL_BINDING,
                                Names.STATE,
                                channel.roomType(),
                                channel.toServerType(),
                                channel.toClientType()))
                .addModifiers(Modifier.PRIVATE)
                .addTypeVariable(Names.STATE)
                .build();
    }

    // static final class Binding<S, R> implements RoomBinding<S, R, Chat.Room, Chat.ToServer, Chat.ToClient>
    static TypeSpec ofRoom(ChannelModel channel) {
        TypeName room = ParameterizedTypeName.get(Names.room(channel), Names.STATE, Names.ROOM_STATE);
        BindingWriter writer = new BindingWriter(channel, ROOM);
        return writer.begin(
                        room,
                        ParameterizedTypeName.get(
                                RuntimeTypes.ROOM_BINDING,
                                Names.STATE,
                                Names.ROOM_STATE,
                                channel.roomType(),
                                channel.toServerType(),
                                channel.toClientType()))
                .addTypeVariable(Names.STATE)
                .addTypeVariable(Names.ROOM_STATE)
                .addMethod(Names.overriding("tickEvery", ClassName.get(Duration.class))
                        .addStatement("return room.tickEvery()")
                        .build())
                .addMethod(Names.overriding("retention", ClassName.get(Duration.class))
                        .addStatement("return room.retention()")
                        .build())
                .addMethod(Names.overriding("create", Names.ROOM_STATE)
                        .addParameter(channel.roomType(), "key")
                        .addStatement("return room.create(key)")
                        .build())
                .addMethod(writer.tick())
                .addMethod(Names.overriding("emptied", TypeName.VOID)
                        .addParameter(channel.roomType(), "key")
                        .addParameter(Names.ROOM_STATE, STATE)
                        .addStatement("room.emptied(key, state)")
                        .build())
                .build();
    }

    private TypeSpec.Builder begin(TypeName type, TypeName binding) {
        return TypeSpec.classBuilder("Binding")
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Passes the calls of the runtime on to the $L.\n", target)
                .addSuperinterface(binding)
                .addSuperinterface(RuntimeTypes.DEPLOYMENT_LISTENER)
                .addField(type, target, Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(type, target)
                        .addStatement("this.$N = $N", target, target)
                        .build())
                .addMethod(Names.overriding("application", ClassName.get(Object.class))
                        .addStatement("return $N", target)
                        .build())
                .addMethod(Names.overriding("contract", ContractField.type(channel))
                        .addStatement("return $T.CONTRACT", Names.codec(channel))
                        .build())
                .addMethod(open())
                .addMethod(user())
                .addMethods(events("join", "joined"))
                .addMethod(receive())
                .addMethods(events("left"))
                .addMethod(reauthenticated())
                .addMethod(closed())
                .addMethod(Names.overriding("deployed", TypeName.VOID)
                        .addParameter(RuntimeTypes.CHANNEL_HUB, "hub")
                        .addStatement("$N.deployed(hub)", target)
                        .build());
    }

    // public S open(Chat.Room key, Handshake handshake) {
    //     return handler.open(key, handshake);
    // }
    private MethodSpec open() {
        return Names.overriding("open", Names.STATE)
                .addParameter(channel.roomType(), "key")
                .addParameter(RuntimeTypes.HANDSHAKE, "handshake")
                .addStatement(
                        channel.isPathBound() ? "return $N.open(key, handshake)" : "return $N.open(handshake)", target)
                .build();
    }

    // public Optional<String> user(S state, Handshake handshake) {
    //     return handler.user(state, handshake);
    // }
    private MethodSpec user() {
        return Names.overriding(
                        "user", ParameterizedTypeName.get(ClassName.get(Optional.class), ClassName.get(String.class)))
                .addParameter(Names.STATE, STATE)
                .addParameter(RuntimeTypes.HANDSHAKE, "handshake")
                .addStatement("return $N.user(state, handshake)", target)
                .build();
    }

    private List<MethodSpec> events(String... names) {
        return channel.hasRooms() ? Stream.of(names).map(this::event).toList() : List.of();
    }

    // public void joined(Chat.Room key, ChannelConnection<...> connection) {
    //     handler.joined(key, new ChatConnection<>(connection));
    // }
    private MethodSpec event(String name) {
        String first = isOfRoom ? STATE : "key";
        return Names.overriding(name, TypeName.VOID)
                .addParameter(isOfRoom ? Names.ROOM_STATE : channel.roomType(), first)
                .addParameter(view, "connection")
                .addStatement("$N.$N($N, new $T<>(connection))", target, name, first, Names.connection(channel))
                .build();
    }

    // public void reauthenticated(ChannelConnection<...> connection, String token) {
    //     handler.reauthenticated(new ChatConnection<>(connection), token);
    // }
    private MethodSpec reauthenticated() {
        return Names.overriding("reauthenticated", TypeName.VOID)
                .addParameter(view, "connection")
                .addParameter(String.class, "token")
                .addStatement("$N.reauthenticated(new $T<>(connection), token)", target, Names.connection(channel))
                .build();
    }

    // public void closed(ChannelConnection<...> connection, CloseReason reason) {
    //     handler.closed(new ChatConnection<>(connection), reason);
    // }
    private MethodSpec closed() {
        return Names.overriding("closed", TypeName.VOID)
                .addParameter(view, "connection")
                .addParameter(RuntimeTypes.CLOSE_REASON, "reason")
                .addStatement("$N.closed(new $T<>(connection), reason)", target, Names.connection(channel))
                .build();
    }

    // public void tick(R state, RoomMembers<...> members, Duration elapsed) {
    //     room.tick(state, new Members<>(members), elapsed);
    // }
    private MethodSpec tick() {
        return Names.overriding("tick", TypeName.VOID)
                .addParameter(Names.ROOM_STATE, STATE)
                .addParameter(
                        ParameterizedTypeName.get(
                                RuntimeTypes.ROOM_MEMBERS, Names.STATE, channel.roomType(), channel.toClientType()),
                        "members")
                .addParameter(Duration.class, "elapsed")
                .addStatement("room.tick(state, new Members<>(members), elapsed)")
                .build();
    }

    // if (message instanceof Chat.Say say) {
    //     handler.onSay(say, connection);
    //     return null;
    // }
    // throw new AssertionError("Unknown type: " + message.getClass());
    private MethodSpec receive() {
        CodeBlock.Builder body = CodeBlock.builder();
        if (!channel.toServerMessages().isEmpty()) {
            body.addStatement(
                    "$T connection = new $T<>(from)",
                    Names.connectionOf(channel, Names.STATE),
                    Names.connection(channel));
        }
        String arguments = isOfRoom ? "connection, state" : "connection";
        body.add(MessageChain.over(
                channel.toServerMessages(),
                Set.of("message", "from", "connection", STATE, target),
                (message, variable) -> {
                    CodeBlock call =
                            CodeBlock.of("$N.$N($N, $L)", target, message.handlerMethod(), variable, arguments);
                    return message.isAsk()
                            ? CodeBlock.of("return $L;\n", call)
                            : CodeBlock.of("$L;\nreturn null;\n", call);
                }));
        MethodSpec.Builder method = Names.overriding("receive", ClassName.get(Object.class))
                .addParameter(channel.toServerType(), "message")
                .addParameter(view, "from");
        if (isOfRoom) {
            method.addParameter(Names.ROOM_STATE, STATE);
        }
        return method.addCode(body.build()).build();
    }
}
