package dev.strait.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeVariableName;
import com.squareup.javapoet.WildcardTypeName;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.MessageModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the methods for messages, which a client or the rooms that it joins have. */
final class ClientMethods {

    /** Members of clients and rooms, and of every object. */
    private static final Set<String> MEMBERS = Set.of(
            "answer",
            "ask",
            "askTimeout",
            "at",
            "clone",
            "close",
            "connection",
            "equals",
            "feed",
            "finalize",
            "getClass",
            "hashCode",
            "join",
            "leave",
            "messages",
            "notify",
            "notifyAll",
            "on",
            "open",
            "ready",
            "reauthenticate",
            "room",
            "send",
            "state",
            "submit",
            "submitAsk",
            "toString",
            "wait");

    /** Records after which the method that listens to them would be one of the client's own. */
    private static final Set<String> EVENTS = Set.of("Message", "State", "Error", "Unknown", "Dropped");

    private final ChannelModel channel;

    ClientMethods(ChannelModel channel) {
        this.channel = channel;
    }

    /** Returns the methods that send messages. */
    List<MethodSpec> sending() {
        List<MethodSpec> methods = new ArrayList<>();
        if (channel.toServerMessages().stream().anyMatch(message -> !message.isAsk())) {
            methods.add(send());
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

    /** Returns the methods that listen to messages. */
    List<MethodSpec> listening() {
        Set<String> names = new HashSet<>();
        return events().map(message -> on(message, MessageMethods.free(handler(message), names)))
                .toList();
    }

    /** The same, with the room of each message. */
    List<MethodSpec> listeningWithRoom() {
        Set<String> names = new HashSet<>();
        events().map(ClientMethods::handler).forEach(names::add);
        return events().map(message -> onWithRoom(message, MessageMethods.free(handler(message) + "In", names)))
                .toList();
    }

    private Stream<MessageModel> events() {
        return channel.toClientMessages().stream().filter(message -> !message.isAsk());
    }

    private static String handler(MessageModel message) {
        return message.handlerMethod() + (EVENTS.contains(message.simpleName()) ? "Message" : "");
    }

    /** Returns the methods that answer asks of the server. */
    List<MethodSpec> answering() {
        Set<String> names = new HashSet<>();
        return channel.toClientMessages().stream()
                .filter(MessageModel::isAsk)
                .map(message -> answer(message, MessageMethods.free("answer" + message.simpleName(), names)))
                .toList();
    }

    // public Sent send(Chat.ToServer message) {
    //     return submit(message);
    // }
    private MethodSpec send() {
        return MethodSpec.methodBuilder("send")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("""
                        Sends a message.

                        @throws $T with the code {@code invalid} if the message violates its contract
                        @throws NullPointerException the message or a required component is null
                        @throws IllegalArgumentException the message is an ask, or a number is not finite
                        """, RuntimeTypes.CLIENT_EXCEPTION)
                .returns(RuntimeTypes.SENT)
                .addParameter(channel.toServerType(), "message")
                .addStatement("return submit(message)")
                .build();
    }

    // public <A, M extends Auction.ToServer & Ask<A>> CompletableFuture<A> ask(M message, Duration timeout) {
    //     return submitAsk(message, timeout);
    // }
    private MethodSpec ask() {
        TypeVariableName answer = TypeVariableName.get("A");
        TypeVariableName message =
                TypeVariableName.get("M", channel.toServerType(), ParameterizedTypeName.get(RuntimeTypes.ASK, answer));
        return MethodSpec.methodBuilder("ask")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("""
                        Asks the server, and returns its answer. The future fails with a {@link $T}. Cancel it to give up.

                        @param timeout the time to wait for the connection and for the answer
                        @throws NullPointerException the message or a required component is null
                        @throws IllegalArgumentException the timeout is not positive, or a number is not finite
                        """, RuntimeTypes.CLIENT_EXCEPTION)
                .addTypeVariable(answer)
                .addTypeVariable(message)
                .returns(future(answer))
                .addParameter(message, "message")
                .addParameter(Duration.class, "timeout")
                .addStatement("return submitAsk(message, timeout)")
                .build();
    }

    // public Sent say(String text, List<String> tags) {
    //     return send(new Chat.Say(text, tags));
    // }
    private static MethodSpec send(MessageModel message, String name) {
        return MessageMethods.ofComponents(message, name, "Sends", RuntimeTypes.SENT)
                .addStatement("return send($L)", Names.construct(message.record(), ComponentModel::name))
                .build();
    }

    // public CompletableFuture<Auction.Bid.Outcome> bid(int cents) {
    //     return submitAsk(new Auction.Bid(cents), askTimeout());
    // }
    private static MethodSpec ask(MessageModel message, String name) {
        TypeName answer = message.answer().orElseThrow().type();
        return MessageMethods.ofComponents(message, name, "Asks the server with", future(answer.box()))
                .addStatement(
                        "return submitAsk($L, askTimeout())", Names.construct(message.record(), ComponentModel::name))
                .build();
    }

    // public Registration onSaid(Consumer<? super Chat.Said> handler) {
    //     return on(Chat.Said.class, handler);
    // }
    private static MethodSpec on(MessageModel message, String name) {
        TypeName handler =
                ParameterizedTypeName.get(ClassName.get(Consumer.class), WildcardTypeName.supertypeOf(message.type()));
        return listening(message, name, MessageMethods.doc("Listens to", message), handler);
    }

    // public Registration onPostedIn(BiConsumer<? super Lobby.Posted, Optional<Lobby.Room>> handler) {
    //     return on(Lobby.Posted.class, handler);
    // }
    private MethodSpec onWithRoom(MessageModel message, String name) {
        TypeName room = ParameterizedTypeName.get(ClassName.get(Optional.class), channel.roomType());
        TypeName handler = ParameterizedTypeName.get(
                ClassName.get(BiConsumer.class), WildcardTypeName.supertypeOf(message.type()), room);
        CodeBlock doc =
                CodeBlock.of("Listens to {@link $T}, and tells the room that it was sent to.\n", message.type());
        return listening(message, name, doc, handler);
    }

    private static MethodSpec listening(MessageModel message, String name, CodeBlock doc, TypeName handler) {
        return MethodSpec.methodBuilder(name)
                .addAnnotations(Names.deprecation(message))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(doc)
                .returns(RuntimeTypes.REGISTRATION)
                .addParameter(handler, "handler")
                .addStatement("return on($T.class, handler)", message.type())
                .build();
    }

    // public Registration answerConfirmAge(
    //         Function<? super Auction.ConfirmAge, ? extends CompletionStage<Auction.ConfirmAge.Answer>> handler) {
    //     return answer(Auction.ConfirmAge.class, handler);
    // }
    private static MethodSpec answer(MessageModel message, String name) {
        TypeName answer = message.answer().orElseThrow().type().box();
        TypeName stage =
                ParameterizedTypeName.get(ClassName.get(CompletionStage.class), WildcardTypeName.subtypeOf(answer));
        TypeName handler = ParameterizedTypeName.get(
                ClassName.get(Function.class),
                WildcardTypeName.supertypeOf(message.type()),
                WildcardTypeName.subtypeOf(stage));
        return MethodSpec.methodBuilder(name)
                .addAnnotations(Names.deprecation(message))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(MessageMethods.doc("Answers", message))
                .addJavadoc(
                        "\n<p>To refuse, throw a {@link $T}, or let the stage fail with one. A later handler replaces an earlier one.\n",
                        RuntimeTypes.REFUSAL)
                .returns(RuntimeTypes.REGISTRATION)
                .addParameter(handler, "handler")
                .addStatement("return answer($T.class, handler)", message.type())
                .build();
    }

    private static TypeName future(TypeName answer) {
        return ParameterizedTypeName.get(ClassName.get(CompletableFuture.class), answer);
    }
}
