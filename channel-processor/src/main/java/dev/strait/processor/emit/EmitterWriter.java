package dev.strait.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import com.squareup.javapoet.WildcardTypeName;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.RoomModel;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the way into a channel for services that are no handlers. */
final class EmitterWriter {

    private static final TypeName STRINGS =
            ParameterizedTypeName.get(ClassName.get(Collection.class), ClassName.get(String.class));

    private final ChannelModel channel;

    private EmitterWriter(ChannelModel channel) {
        this.channel = channel;
    }

    static JavaFile write(ChannelModel channel) {
        return new EmitterWriter(channel).file();
    }

    private JavaFile file() {
        ClassName target = Names.target(channel);
        TypeSpec.Builder type = TypeSpec.classBuilder(Names.emitter(channel))
                .addModifiers(Modifier.FINAL)
                .addJavadoc(GeneratedFile.doc(
                        channel, "Sends messages of {@link $T} from code outside the handler, on any thread."))
                .addJavadoc(
                        "\n<p>A target is a union: each connection receives at most one frame. An empty target matches no connection.\n")
                .addField(Names.gateway(channel), "gateway", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(Names.gateway(channel), "gateway")
                        .addStatement("this.gateway = gateway")
                        .build())
                .addMethod(of());
        if (channel.hasRooms()) {
            addRooms(type);
        }
        type.addMethod(user())
                .addMethod(target("users", STRINGS, "users", "Returns the connections of some users as a target."))
                .addMethod(connection())
                .addMethod(target("connections", STRINGS, "connectionIds", "Returns some connections as a target."))
                .addMethod(MethodSpec.methodBuilder("everyone")
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("Returns all connections of the channel as a target.\n")
                        .returns(target)
                        .addStatement("return new $T(gateway.everyone())", target)
                        .build());
        if (channel.hasRooms()) {
            type.addMethod(question(
                    "rooms", channel.roomType(), "Returns a snapshot of the rooms that have a member on this node."));
        }
        type.addMethod(question(
                "connections", RuntimeTypes.CONNECTION_INFO, "Returns a snapshot of the connections on this node."));
        type.addMethod(everywhere());
        return GeneratedFile.of(channel, GeneratedFile.withChannelType(channel, type));
    }

    private void addRooms(TypeSpec.Builder type) {
        TypeName keys = ParameterizedTypeName.get(
                ClassName.get(Collection.class),
                channel.room().isPresent() ? WildcardTypeName.subtypeOf(channel.roomType()) : channel.roomType());
        type.addMethod(room());
        channel.room().map(RoomModel::record).ifPresent(key -> type.addMethod(roomOfComponents(key)));
        type.addMethod(
                target(
                        "rooms",
                        keys,
                        "rooms",
                        "Returns the members of some rooms as a target.\n\n@throws IllegalArgumentException a key violates its constraints"));
    }

    // public static ChatEmitter of(ChannelHub hub) {
    //     return new ChatEmitter(hub.channel(ChatCodec.CONTRACT));
    // }
    private MethodSpec of() {
        return MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Returns the emitter of a hub. It may be created before the channel's endpoint is added.\n")
                .returns(Names.emitter(channel))
                .addParameter(RuntimeTypes.CHANNEL_HUB, "hub")
                .addStatement("return new $T(hub.channel($T.CONTRACT))", Names.emitter(channel), Names.codec(channel))
                .build();
    }

    // public ChatSender.RoomTarget room(Chat.Room room) {
    //     return new ChatSender.RoomTarget(gateway.rooms(List.of(room)), gateway, room);
    // }
    private MethodSpec room() {
        return MethodSpec.methodBuilder("room")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "Returns the members of a room as a target.\n\n@throws IllegalArgumentException the key violates its constraints\n")
                .returns(Names.roomTarget(channel))
                .addParameter(channel.roomType(), "room")
                .addStatement(
                        "return new $T(gateway.rooms($T.of(room)), gateway, room)",
                        Names.roomTarget(channel),
                        List.class)
                .build();
    }

    // public ChatSender.RoomTarget room(String room) {
    //     return room(new Chat.Room(room));
    // }
    private MethodSpec roomOfComponents(RecordModel key) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("room")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "Returns the members of a room as a target.\n\n@throws IllegalArgumentException the key violates its constraints\n")
                .returns(Names.roomTarget(channel));
        for (ComponentModel component : key.components()) {
            method.addParameter(component.type().name(), component.name());
        }
        return method.addStatement("return room($L)", Names.construct(key, ComponentModel::name))
                .build();
    }

    // public ChatSender.Target users(Collection<String> users) {
    //     return new ChatSender.Target(gateway.users(users));
    // }
    private MethodSpec target(String name, TypeName type, String parameter, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L\n", doc)
                .returns(Names.target(channel))
                .addParameter(type, parameter)
                .addStatement("return new $T(gateway.$N($N))", Names.target(channel), name, parameter)
                .build();
    }

    // public ChatSender.UserTarget user(String user) {
    //     return new ChatSender.UserTarget(gateway.users(List.of(user)), gateway, user);
    // }
    private MethodSpec user() {
        return MethodSpec.methodBuilder("user")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Returns the connections of a user as a target.\n")
                .returns(Names.userTarget(channel))
                .addParameter(String.class, "user")
                .addStatement(
                        "return new $T(gateway.users($T.of(user)), gateway, user)",
                        Names.userTarget(channel),
                        List.class)
                .build();
    }

    // public ChatSender.ConnectionTarget connection(String connectionId) { ... }
    private MethodSpec connection() {
        return MethodSpec.methodBuilder("connection")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "Returns one connection as a target. An unknown id is not an error: it matches no connection.\n")
                .returns(Names.connectionTarget(channel))
                .addParameter(String.class, "connectionId")
                .addStatement(
                        "return new $T(gateway.connections($T.of(connectionId)), gateway, connectionId)",
                        Names.connectionTarget(channel),
                        List.class)
                .build();
    }

    // public ChatCluster everywhere() {
    //     return new ChatCluster(gateway.everywhere());
    // }
    private MethodSpec everywhere() {
        return MethodSpec.methodBuilder("everywhere")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Returns what asks all nodes about their connections.\n")
                .returns(Names.cluster(channel))
                .addStatement("return new $T(gateway.everywhere())", Names.cluster(channel))
                .build();
    }

    // public List<ConnectionInfo> connections() {
    //     return gateway.connections();
    // }
    private static MethodSpec question(String name, TypeName element, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L\n", doc)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), element))
                .addStatement("return gateway.$N()", name)
                .build();
    }
}
