package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeSpec;
import dev.strait.processor.model.ChannelModel;
import java.time.Duration;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the interface that a server application implements whose rooms have a state. */
final class RoomWriter {

    private final ChannelModel channel;
    private final HandlerMethods methods;

    private RoomWriter(ChannelModel channel) {
        this.channel = channel;
        this.methods = new HandlerMethods(channel);
    }

    static JavaFile write(ChannelModel channel) {
        return new RoomWriter(channel).file();
    }

    private JavaFile file() {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(Names.room(channel))
                .addTypeVariable(Names.STATE)
                .addTypeVariable(Names.ROOM_STATE)
                .addJavadoc(GeneratedFile.doc(
                        channel, "What the server application does for {@link $T}, where each room has a state."))
                .addJavadoc("""

                        <p>All calls for one room come one after the other, so its state needs no locks; and so do all calls for
                        one connection, in the order of {@link $T}. Different rooms run side by side. A room's state is made for
                        the first who asks to join, and dropped after {@link #emptied} when the last has left. A method may
                        block, and then holds up its room alone, unless the endpoint is {@code nonBlocking()}. A {@link $T} that
                        it throws goes to the client; anything else is logged, and the client gets a reference to the log.

                        @param <S> what the application remembers of each connection
                        @param <R> what it remembers of each room
                        """, Names.handler(channel), RuntimeTypes.REFUSAL)
                .addMethod(methods.open())
                .addMethod(create());
        channel.toServerMessages()
                .forEach(message -> type.addMethod(methods.onMessage(message, Set.of("from", "state"))
                        .addParameter(Names.ROOM_STATE, "state")
                        .build()));
        type.addMethod(HandlerMethods.user())
                .addMethod(event(
                        "join",
                        CodeBlock.of(
                                "Allows the connection to join, or throws a {@link $T}. Allows everything by default.\n",
                                RuntimeTypes.REFUSAL)))
                .addMethod(event(
                        "joined",
                        CodeBlock.of(
                                "The connection is a member now; a place to greet it. Does nothing by default.\n")))
                .addMethod(
                        event(
                                "left",
                                CodeBlock.of(
                                        "The connection is no member any more, and none of those who are counted. Does nothing by default.\n")))
                .addMethod(tickEvery())
                .addMethod(tick())
                .addMethod(emptied())
                .addMethod(methods.closed())
                .addMethod(HandlerMethods.deployed("room"));
        return GeneratedFile.of(channel, type);
    }

    private MethodSpec event(String name, CodeBlock doc) {
        return methods.event(name, Names.ROOM_STATE, "state", doc);
    }

    // R create(Chat.Room room);
    private MethodSpec create() {
        return MethodSpec.methodBuilder("create")
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc("""
                        Makes the state of a room that nobody is in, or brings back what {@link #emptied} has put away.

                        @return the state, not null
                        """)
                .returns(Names.ROOM_STATE)
                .addParameter(channel.roomType(), "room")
                .build();
    }

    // default Duration tickEvery() {
    //     return Duration.ZERO;
    // }
    private static MethodSpec tickEvery() {
        return MethodSpec.methodBuilder("tickEvery")
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addJavadoc("""
                        How often {@link #tick} is called, at a fixed rate, while a room has members; 1 ms to 1 day, or zero
                        for never, which is the default. Asked for once.
                        """)
                .returns(Duration.class)
                .addStatement("return $T.ZERO", Duration.class)
                .build();
    }

    // default void tick(R state, ChatRooms.Members<S> members, Duration elapsed) {}
    private MethodSpec tick() {
        return MethodSpec.methodBuilder("tick")
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addJavadoc("""
                        Time has passed. A tick that is due before the one before it is over is left out, and the hub's listener
                        is told. Does nothing by default.

                        @param elapsed since the last tick, or since the first member came
                        """)
                .addParameter(Names.ROOM_STATE, "state")
                .addParameter(ParameterizedTypeName.get(Names.members(channel), Names.STATE), "members")
                .addParameter(Duration.class, "elapsed")
                .build();
    }

    // default void emptied(Chat.Room room, R state) {}
    private MethodSpec emptied() {
        return MethodSpec.methodBuilder("emptied")
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addJavadoc("""
                        Nobody is in the room any more: the last call with this state, and a place to put it away. Also after a
                        join into an empty room that was refused, and after a call from outside into one. Does nothing by
                        default.
                        """)
                .addParameter(channel.roomType(), "room")
                .addParameter(Names.ROOM_STATE, "state")
                .build();
    }
}
