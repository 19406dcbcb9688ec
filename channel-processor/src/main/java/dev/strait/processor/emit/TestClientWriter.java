package dev.strait.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import com.squareup.javapoet.TypeVariableName;
import com.squareup.javapoet.WildcardTypeName;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.MessageModel;
import dev.strait.processor.model.RoomModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Writes the client of a test kit: a method for each message that clients send. */
final class TestClientWriter {

    /** Members of clients, and of every object. */
    private static final Set<String> MEMBERS = Set.of(
            "answerOf",
            "answerWith",
            "answering",
            "ask",
            "asks",
            "clone",
            "closed",
            "connection",
            "equals",
            "finalize",
            "frames",
            "getClass",
            "hashCode",
            "id",
            "ignoring",
            "in",
            "join",
            "joinRoom",
            "leave",
            "leaveRoom",
            "next",
            "notify",
            "notifyAll",
            "raw",
            "received",
            "receivedIn",
            "receivedWithRooms",
            "refusal",
            "resume",
            "send",
            "stall",
            "submit",
            "submitAsk",
            "takeReceivedIn",
            "toString",
            "vanish",
            "wait");

    private final ChannelModel channel;
    private final ClassName client;

    TestClientWriter(ChannelModel channel, ClassName client) {
        this.channel = channel;
        this.client = client;
    }

    TypeSpec write() {
        TypeSpec.Builder type = TypeSpec.classBuilder(client)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(Names.ofChannel(RuntimeTypes.TEST_CLIENT, channel))
                .addJavadoc("A virtual client.\n")
                .addMethod(constructor().addStatement("super(connection)").build());
        if (channel.hasRooms() && !channel.isPathBound()) {
            type.addMethod(constructor()
                            .addParameter(channel.roomType(), "room")
                            .addStatement("super(connection, room)")
                            .build())
                    .addMethods(withRoom(
                            "in",
                            client,
                            "Returns a view of this client whose messages name a room.",
                            CodeBlock.of("return new $T(connection(), room)", client)))
                    .addMethods(withRoom("join", TypeName.VOID, "Joins a room.", CodeBlock.of("joinRoom(room)")))
                    .addMethods(withRoom("leave", TypeName.VOID, "Leaves a room.", CodeBlock.of("leaveRoom(room)")))
                    .addMethods(withRoom(
                            "receivedIn",
                            ParameterizedTypeName.get(ClassName.get(List.class), channel.toClientType()),
                            "Takes the messages that have arrived with the name of a room, and leaves the others.",
                            CodeBlock.of("return takeReceivedIn(room)")));
        }
        return type.addMethods(sending()).addMethods(answering()).build();
    }

    private MethodSpec.Builder constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Names.ofChannel(RuntimeTypes.CLIENT_CONNECTION, channel), "connection");
    }

    // public void join(Lobby.Room room) {
    //     joinRoom(room);
    // }
    // public void join(String name) {
    //     join(new Lobby.Room(name));
    // }
    private List<MethodSpec> withRoom(String name, TypeName result, String doc, CodeBlock statement) {
        List<MethodSpec> both = new ArrayList<>();
        both.add(method(name, result, doc + "\n")
                .addParameter(channel.roomType(), "room")
                .addStatement(statement)
                .build());
        channel.room().map(RoomModel::record).ifPresent(key -> {
            MethodSpec.Builder ofComponents = method(name, result, doc + "\n");
            for (ComponentModel component : key.components()) {
                ofComponents.addParameter(component.type().name(), Names.local(component));
            }
            String returning = result.equals(TypeName.VOID) ? "" : "return ";
            both.add(ofComponents
                    .addStatement(returning + "$N($L)", name, Names.construct(key, Names::local))
                    .build());
        });
        return both;
    }

    private static MethodSpec.Builder method(String name, TypeName result, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(doc)
                .returns(result);
    }

    private List<MethodSpec> sending() {
        List<MethodSpec> methods = new ArrayList<>();
        if (channel.toServerMessages().stream().anyMatch(message -> !message.isAsk())) {
            methods.add(method(
                            "send",
                            TypeName.VOID,
                            "Sends a message. The server checks it, so the test can send an invalid one.\n")
                    .addParameter(channel.toServerType(), "message")
                    .addStatement("submit(message)")
                    .build());
        }
        if (channel.asksServer()) {
            methods.add(ask());
        }
        Set<String> names = new HashSet<>();
        for (MessageModel message : channel.toServerMessages()) {
            String name = MessageMethods.free(MessageMethods.sending(message, MEMBERS), names);
            methods.add(message.isAsk() ? ask(message, name) : send(message, name));
        }
        return methods;
    }

    // public <A, M extends Auction.ToServer & Ask<A>> CompletableFuture<A> ask(M message) {
    //     return submitAsk(message);
    // }
    private MethodSpec ask() {
        TypeVariableName answer = TypeVariableName.get("A");
        TypeVariableName message =
                TypeVariableName.get("M", channel.toServerType(), ParameterizedTypeName.get(RuntimeTypes.ASK, answer));
        return MethodSpec.methodBuilder("ask")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "Asks the server. The future fails with a {@link $T} if the server refuses.\n",
                        RuntimeTypes.REFUSED_ASK)
                .addTypeVariable(answer)
                .addTypeVariable(message)
                .returns(ParameterizedTypeName.get(ClassName.get(CompletableFuture.class), answer))
                .addParameter(message, "message")
                .addStatement("return submitAsk(message)")
                .build();
    }

    // public void say(String text) {
    //     send(new Chat.Say(text));
    // }
    private static MethodSpec send(MessageModel message, String name) {
        return MessageMethods.ofComponents(message, name, "Sends", TypeName.VOID)
                .addStatement("submit($L)", Names.construct(message.record(), ComponentModel::name))
                .build();
    }

    // public Auction.Bid.Outcome bid(int cents) {
    //     return answerOf(new Auction.Bid(cents));
    // }
    private static MethodSpec ask(MessageModel message, String name) {
        TypeName answer = message.answer().orElseThrow().type().box();
        return MessageMethods.ofComponents(message, name, "Asks the server with", answer)
                .addJavadoc("\n@throws AssertionError if the server refuses, or does not answer now\n")
                .addStatement("return answerOf($L)", Names.construct(message.record(), ComponentModel::name))
                .build();
    }

    // public <A, M extends Auction.ToClient & Ask<A>> void answering(Class<M> ask, Function<? super M, ? extends A>
    // answer) {
    //     answerWith(ask, answer);
    // }
    private List<MethodSpec> answering() {
        if (!channel.asksClients()) {
            return List.of();
        }
        TypeVariableName answer = TypeVariableName.get("A");
        TypeVariableName ask =
                TypeVariableName.get("M", channel.toClientType(), ParameterizedTypeName.get(RuntimeTypes.ASK, answer));
        TypeName function = ParameterizedTypeName.get(
                ClassName.get(Function.class), WildcardTypeName.supertypeOf(ask), WildcardTypeName.subtypeOf(answer));
        return List.of(MethodSpec.methodBuilder("answering")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "Answers asks of a type from now on. To refuse, throw a {@link $T}.\n", RuntimeTypes.REFUSAL)
                .addTypeVariable(answer)
                .addTypeVariable(ask)
                .addParameter(ParameterizedTypeName.get(ClassName.get(Class.class), ask), "ask")
                .addParameter(function, "answer")
                .addStatement("answerWith(ask, answer)")
                .build());
    }
}
