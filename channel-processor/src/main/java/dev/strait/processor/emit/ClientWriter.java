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
import dev.strait.processor.model.RoomModel;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the client for Java: the methods for its messages, its builder, and the rooms that it joins. */
final class ClientWriter {

    private final ChannelModel channel;
    private final ClientMethods methods;
    private final ClassName client;
    private final ClassName builder;
    private final ClassName room;

    private ClientWriter(ChannelModel channel) {
        this.channel = channel;
        this.methods = new ClientMethods(channel);
        this.client = Names.client(channel);
        this.builder = client.nestedClass("Builder");
        this.room = client.nestedClass("JoinedRoom");
    }

    static JavaFile write(ChannelModel channel) {
        return new ClientWriter(channel).file();
    }

    private JavaFile file() {
        boolean joinsRooms = channel.hasRooms() && !channel.isPathBound();
        TypeSpec.Builder type = TypeSpec.classBuilder(client)
                .addModifiers(Modifier.FINAL)
                .superclass(base(RuntimeTypes.CHANNEL_CLIENT))
                .addJavadoc(GeneratedFile.doc(channel, "A client of {@link $T}."))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(builder, "builder")
                        .addStatement("super($T.CONTRACT, builder)", Names.codec(channel))
                        .build())
                .addMethod(at(URI.class, CodeBlock.of("new $T(base)", builder)))
                .addMethod(at(String.class, CodeBlock.of("at($T.create(base))", URI.class)));
        if (joinsRooms) {
            type.addMethods(withRoom("join", room, CodeBlock.of("new $T(this, room)", room), joinDoc()))
                    .addMethods(methods.listening())
                    .addMethods(methods.listeningWithRoom())
                    .addMethods(methods.answering())
                    .addType(joinedRoom());
        } else {
            type.addMethods(methods.sending()).addMethods(methods.listening()).addMethods(methods.answering());
        }
        return GeneratedFile.of(channel, type.addType(builder()));
    }

    private TypeName base(ClassName type) {
        return ParameterizedTypeName.get(type, channel.roomType(), channel.toServerType(), channel.toClientType());
    }

    // public static Builder at(URI base) {
    //     return new Builder(base);
    // }
    private MethodSpec at(Class<?> base, CodeBlock created) {
        return MethodSpec.methodBuilder("at")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("""
                        Returns a builder of a client.

                        @param base the URL of the server, without the path of the channel
                        @throws IllegalArgumentException it is not the URL of a server
                        """)
                .returns(builder)
                .addParameter(base, "base")
                .addStatement("return $L", created)
                .build();
    }

    // public JoinedRoom join(Lobby.Room room) {
    //     return new JoinedRoom(this, room);
    // }
    // public JoinedRoom join(String name) {
    //     return join(new Lobby.Room(name));
    // }
    private List<MethodSpec> withRoom(String name, ClassName result, CodeBlock call, CodeBlock doc) {
        List<MethodSpec> both = new ArrayList<>();
        both.add(withRoom(name, result, doc)
                .addParameter(channel.roomType(), "room")
                .addStatement("return $L", call)
                .build());
        channel.room().map(RoomModel::record).ifPresent(key -> {
            MethodSpec.Builder ofComponents = withRoom(name, result, doc);
            for (ComponentModel component : key.components()) {
                ofComponents.addParameter(component.type().name(), component.name());
            }
            both.add(ofComponents
                    .addStatement("return $N($L)", name, Names.construct(key, ComponentModel::name))
                    .build());
        });
        return both;
    }

    private static CodeBlock joinDoc() {
        return CodeBlock.of("""
                Joins a room. Several joins of the same room share one membership.

                @throws $T with the code {@code room-invalid} if the key violates its constraints
                """, RuntimeTypes.CLIENT_EXCEPTION);
    }

    private static MethodSpec.Builder withRoom(String name, ClassName result, CodeBlock doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(doc)
                .returns(result);
    }

    // public static final class JoinedRoom extends ClientRoom<Lobby.Room, Lobby.ToServer, Lobby.ToClient> { ... }
    private TypeSpec joinedRoom() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(client, "client")
                .addParameter(channel.roomType(), "room")
                .addStatement("super(client, room)");
        return TypeSpec.classBuilder(room)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(base(RuntimeTypes.CLIENT_ROOM))
                .addJavadoc("A room that the client has joined, or wants to.\n")
                .addMethod(constructor.build())
                .addMethods(methods.sending())
                .addMethods(methods.listening())
                .build();
    }

    // public static final class Builder extends ClientBuilder<..., ChatClient, Builder> { ... }
    private TypeSpec builder() {
        TypeSpec.Builder type = TypeSpec.classBuilder(builder)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(
                        RuntimeTypes.CLIENT_BUILDER,
                        channel.roomType(),
                        channel.toServerType(),
                        channel.toClientType(),
                        client,
                        builder))
                .addJavadoc("Settings of a client.\n")
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(URI.class, "base")
                        .addStatement("super(base)")
                        .build());
        if (channel.isPathBound()) {
            type.addMethods(withRoom(
                    "room",
                    builder,
                    CodeBlock.of("roomInPath(room)"),
                    CodeBlock.of("Sets the room in the path. Required.\n")));
        }
        return type.addMethod(Names.overriding("build", client)
                        .addStatement("return new $T(this)", client)
                        .build())
                .addMethod(MethodSpec.methodBuilder("self")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PROTECTED)
                        .returns(builder)
                        .addStatement("return this")
                        .build())
                .build();
    }
}
