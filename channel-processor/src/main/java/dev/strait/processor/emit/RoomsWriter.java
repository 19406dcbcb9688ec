package dev.strait.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import com.squareup.javapoet.TypeVariableName;
import com.squareup.javapoet.WildcardTypeName;
import dev.strait.processor.model.ChannelModel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import javax.lang.model.element.Modifier;

/** Writes the way into rooms with state for services that are none, and who is in one. */
final class RoomsWriter {

    private final ChannelModel channel;
    private final TypeName states;
    private final TypeName members;
    private final TypeName room;

    private RoomsWriter(ChannelModel channel) {
        this.channel = channel;
        this.states = ParameterizedTypeName.get(
                RuntimeTypes.ROOM_STATES, Names.STATE, Names.ROOM_STATE, channel.roomType(), channel.toClientType());
        this.members = ParameterizedTypeName.get(Names.members(channel), Names.STATE);
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
                                + Names.room(channel).simpleName()
                                + "} for {@link $T}, from any service, on any thread."))
                .addJavadoc("""

                        <p>A call is one of the room's: it comes between its messages and ticks. Into a room where nobody is, the
                        state is made for the call and given up after it, as after the last member. A method of the same room
                        must not wait for one, which would wait for the method.

                        @param <S> what the application remembers of each connection
                        @param <R> what it remembers of each room
                        """)
                .addField(states, "states", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(states, "states")
                        .addStatement("this.states = states")
                        .build())
                .addMethod(of())
                .addMethod(call())
                .addMethod(run())
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
                        The rooms of a hub; they may be asked for before the room's endpoint is added.

                        @throws dev.strait.runtime.ChannelDeploymentException the hub serves the channel by another object
                        """)
                .addTypeVariable(Names.STATE)
                .addTypeVariable(Names.ROOM_STATE)
                .returns(ParameterizedTypeName.get(Names.rooms(channel), Names.STATE, Names.ROOM_STATE))
                .addParameter(RuntimeTypes.CHANNEL_HUB, "hub")
                .addParameter(room, "room")
                .addStatement("return new $T<>(hub.rooms(new Binding<S, R>(room)))", Names.rooms(channel))
                .build();
    }

    // public <V> CompletionStage<V> call(Chat.Room room,
    //         BiFunction<? super R, ? super Members<S>, ? extends V> task) {
    //     return states.call(room, (state, members) -> task.apply(state, new Members<>(members)));
    // }
    private MethodSpec call() {
        TypeVariableName value = TypeVariableName.get("V");
        return MethodSpec.methodBuilder("call")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("""
                        Runs a task in a room and gives what it returns, or fails with what it throws. What depends on that
                        runs where handlers do. It fails with an {@link IllegalStateException} once the hub is closed.

                        @throws IllegalArgumentException the key breaks its constraints
                        """)
                .addTypeVariable(value)
                .returns(ParameterizedTypeName.get(ClassName.get(CompletionStage.class), value))
                .addParameter(channel.roomType(), "room")
                .addParameter(
                        ParameterizedTypeName.get(
                                ClassName.get(BiFunction.class),
                                WildcardTypeName.supertypeOf(Names.ROOM_STATE),
                                WildcardTypeName.supertypeOf(members),
                                WildcardTypeName.subtypeOf(value)),
                        "task")
                .addStatement("return states.call(room, (state, members) -> task.apply(state, new Members<>(members)))")
                .build();
    }

    // public CompletionStage<Void> run(Chat.Room room, BiConsumer<? super R, ? super Members<S>> task) { ... }
    private MethodSpec run() {
        return MethodSpec.methodBuilder("run")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The same for a task that returns nothing.\n")
                .returns(ParameterizedTypeName.get(CompletionStage.class, Void.class))
                .addParameter(channel.roomType(), "room")
                .addParameter(
                        ParameterizedTypeName.get(
                                ClassName.get(BiConsumer.class),
                                WildcardTypeName.supertypeOf(Names.ROOM_STATE),
                                WildcardTypeName.supertypeOf(members)),
                        "task")
                .addCode("return call(room, (state, members) -> {\n$>")
                .addStatement("task.accept(state, members)")
                .addStatement("return null")
                .addCode("$<});\n")
                .build();
    }

    private TypeSpec members() {
        TypeName view = ParameterizedTypeName.get(
                RuntimeTypes.ROOM_MEMBERS, Names.STATE, channel.roomType(), channel.toClientType());
        TypeName connection = Names.connectionOf(channel, Names.STATE);
        return TypeSpec.classBuilder(Names.members(channel))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addTypeVariable(Names.STATE)
                .addJavadoc("""
                        Who is in a room: those whose {@code joined} was called and whose {@code left} was not. It may be kept and
                        used on any thread.

                        @param <S> what the application remembers of each connection
                        """)
                .addField(view, "members", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(view, "members")
                        .addStatement("this.members = members")
                        .build())
                .addMethod(question("room", channel.roomType(), "The room.")
                        .addStatement("return members.room()")
                        .build())
                .addMethod(question(
                                "all",
                                ParameterizedTypeName.get(ClassName.get(List.class), connection),
                                "All of them as of now, in no order.")
                        .addCode("return members.all().stream()\n$>$>")
                        .addCode(
                                ".map(connection -> new $T<>(connection))\n.toList();\n$<$<", Names.connection(channel))
                        .build())
                .addMethod(question(
                                "find",
                                ParameterizedTypeName.get(ClassName.get(Optional.class), connection),
                                "One of them.")
                        .addParameter(String.class, "connectionId")
                        .addStatement(
                                "return members.find(connectionId).map(connection -> new $T<>(connection))",
                                Names.connection(channel))
                        .build())
                .addMethod(question("size", TypeName.INT, "How many they are.")
                        .addStatement("return members.size()")
                        .build())
                .addMethod(question("toRoom", Names.target(channel), "Sends to the room.")
                        .addStatement("return new $T(members.toRoom())", Names.target(channel))
                        .build())
                .build();
    }

    private static MethodSpec.Builder question(String name, TypeName answer, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L\n", doc)
                .returns(answer);
    }
}
