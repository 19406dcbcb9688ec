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
                .addJavadoc(
                        GeneratedFile.doc(
                                channel,
                                "The interface that a server application implements to serve {@link $T} with a state for each room."))
                .addJavadoc("""

                        <p>All calls for one room are serial, so its state needs no locks. All calls for one connection are serial
                        too, in the order given in {@link $T}. Different rooms run in parallel. The state of a room is created
                        when the first connection asks to join, and discarded after {@link #emptied} when the last has left. A
                        method may block, which delays only its room, unless the endpoint is {@code nonBlocking()}. The client
                        receives the code of a {@link $T}; any other exception is logged, and the client receives a reference to
                        the log entry.

                        @param <S> the state of a connection
                        @param <R> the state of a room
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
                                "Authorizes a join that a client requests; a {@link $T} denies it. Allows every join by default.\n",
                                RuntimeTypes.REFUSAL)))
                .addMethod(event(
                        "joined",
                        CodeBlock.of("The connection has joined the room; greet it here. Does nothing by default.\n")))
                .addMethod(
                        event(
                                "left",
                                CodeBlock.of(
                                        "The connection has left the room and is not counted any more. Does nothing by default.\n")))
                .addMethod(tickEvery())
                .addMethod(tick())
                .addMethod(retention())
                .addMethod(emptied())
                .addMethod(methods.reauthenticated())
                .addMethod(methods.closed())
                .addMethod(HandlerMethods.deployed("room"));
        return GeneratedFile.of(channel, GeneratedFile.withChannelType(channel, type));
    }

    private MethodSpec event(String name, CodeBlock doc) {
        return methods.event(name, Names.ROOM_STATE, "state", doc);
    }

    // R create(Chat.Room room);
    private MethodSpec create() {
        return MethodSpec.methodBuilder("create")
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc("""
                        Creates the state of an empty room, or restores what {@link #emptied} has saved.

                        @return the state; never null
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
                        Returns the interval at which {@link #tick} is called while a room has members: 1 ms to 1 day, or zero
                        for no ticks, which is the default. Called once.
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
                        Called at the interval of {@link #tickEvery}. A tick that is due while the previous one still runs is
                        skipped, and the hub's listener is notified. Does nothing by default.

                        @param elapsed the time since the last tick, or since the first member joined
                        """)
                .addParameter(Names.ROOM_STATE, "state")
                .addParameter(ParameterizedTypeName.get(Names.members(channel), Names.STATE), "members")
                .addParameter(Duration.class, "elapsed")
                .build();
    }

    // default Duration retention() {
    //     return Duration.ZERO;
    // }
    private static MethodSpec retention() {
        return MethodSpec.methodBuilder("retention")
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addJavadoc("""
                        Returns how long a room keeps its state after its last member has left or its last call from outside: up
                        to 7 days, or zero to discard it at once, which is the default. A state is kept while there are fewer than
                        {@code maxRoomsPerNode} rooms, and for at most half as many rooms. Called once.
                        """)
                .returns(Duration.class)
                .addStatement("return $T.ZERO", Duration.class)
                .build();
    }

    // default void emptied(Chat.Room room, R state) {}
    private MethodSpec emptied() {
        return MethodSpec.methodBuilder("emptied")
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addJavadoc("""
                        The last member has left, and the {@link #retention} is over; the state is discarded after this call, which
                        may save it. Also called after a refused join or a call from outside into an empty room, and when the hub
                        closes. Does nothing by default.
                        """)
                .addParameter(channel.roomType(), "room")
                .addParameter(Names.ROOM_STATE, "state")
                .build();
    }
}
