package dev.strait.processor.emit;

import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import dev.strait.processor.model.ChannelModel;
import javax.lang.model.element.Modifier;

/** Writes the way into rooms with state for services that are none, and who is in one. */
final class RoomsWriter {

    private final ChannelModel channel;
    private final TypeName states;
    private final TypeName calls;
    private final TypeName room;

    private RoomsWriter(ChannelModel channel) {
        this.channel = channel;
        this.states = ParameterizedTypeName.get(
                RuntimeTypes.ROOM_STATES, Names.STATE, Names.ROOM_STATE, channel.roomType(), channel.toClientType());
        this.calls = ParameterizedTypeName.get(
                RuntimeTypes.ROOM_CALLS,
                Names.STATE,
                Names.ROOM_STATE,
                channel.roomType(),
                channel.toClientType(),
                ParameterizedTypeName.get(Names.members(channel), Names.STATE));
        this.room = ParameterizedTypeName.get(Names.room(channel), Names.STATE, Names.ROOM_STATE);
    }

    static JavaFile write(ChannelModel channel) {
        return new RoomsWriter(channel).file();
    }

    private JavaFile file() {
        TypeSpec.Builder type = TypeSpec.classBuilder(Names.rooms(channel))
                .addModifiers(Modifier.FINAL)
                .addTypeVariable(Names.STATE)
                .addTypeVariable(Names.ROOM_STATE)
                .addJavadoc(GeneratedFile.doc(
                        channel,
                        "Calls into the rooms of a {@code "
                                + Names.room(channel).simpleName().replace("$", "$$")
                                + "} for {@link $T} from outside, on any thread."))
                .addJavadoc("""

                        <p>Calls are serialized with the messages and ticks of the room. For an empty room, the state is created for
                        the call and discarded after it. Never block on the result from inside the same room: it would deadlock.

                        @param <S> the state of a connection
                        @param <R> the state of a room
                        """)
                .superclass(calls)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(states, "states")
                        .addStatement("super(states, view -> new Members<>(view))")
                        .build())
                .addMethod(of())
                .addType(members())
                .addType(BindingWriter.ofRoom(channel));
        return GeneratedFile.of(channel, type);
    }

    // public static <S, R> ChatRooms<S, R> of(ChannelHub hub, ChatRoom<S, R> room) {
    //     return new ChatRooms<>(hub.rooms(new Binding<S, R>(room)));
    // }
    private MethodSpec of() {
        return MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("""
                        Returns the rooms of a hub. It may be called before the room's endpoint is added.

                        @throws dev.strait.runtime.ChannelDeploymentException the hub serves the channel with another object
                        """)
                .addTypeVariable(Names.STATE)
                .addTypeVariable(Names.ROOM_STATE)
                .returns(ParameterizedTypeName.get(Names.rooms(channel), Names.STATE, Names.ROOM_STATE))
                .addParameter(RuntimeTypes.CHANNEL_HUB, "hub")
                .addParameter(room, "room")
                .addStatement("return new $T<>(hub.rooms(new Binding<S, R>(room)))", Names.rooms(channel))
                .build();
    }

    // public static final class Members<S> extends MembersView<S, Chat.Room, Chat.ToClient, ChatConnection<S>> {
    //     Members(RoomMembers<S, Chat.Room, Chat.ToClient> view) {
    //         super(view, connection -> new ChatConnection<>(connection));
    //     }
    //     public ChatSender.Target toRoom() {
    //         return new ChatSender.Target(audience());
    //     }
    // }
    private TypeSpec members() {
        TypeName view = ParameterizedTypeName.get(
                RuntimeTypes.ROOM_MEMBERS, Names.STATE, channel.roomType(), channel.toClientType());
        return TypeSpec.classBuilder(Names.members(channel))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addTypeVariable(Names.STATE)
                .superclass(ParameterizedTypeName.get(
                        RuntimeTypes.MEMBERS_VIEW,
                        Names.STATE,
                        channel.roomType(),
                        channel.toClientType(),
                        Names.connectionOf(channel, Names.STATE)))
                .addJavadoc("""
                        The members of a room: the connections whose {@code joined} was called and whose {@code left} was not.
                        It may be kept and used on any thread.

                        @param <S> the state of a connection
                        """)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(view, "view")
                        .addStatement("super(view, connection -> new $T<>(connection))", Names.connection(channel))
                        .build())
                .addMethod(MethodSpec.methodBuilder("toRoom")
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("Sends to the room.\n")
                        .returns(Names.target(channel))
                        .addStatement("return new $T(audience())", Names.target(channel))
                        .build())
                .build();
    }
}
