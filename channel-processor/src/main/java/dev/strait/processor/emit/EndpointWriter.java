package dev.strait.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import com.squareup.javapoet.WildcardTypeName;
import dev.strait.processor.model.ChannelModel;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the channel as something deployable. */
final class EndpointWriter {

    private final ChannelModel channel;
    private final TypeName anyHandler;
    private final TypeName handler;
    private final TypeName view;
    private final TypeName contract;

    private EndpointWriter(ChannelModel channel) {
        this.channel = channel;
        this.anyHandler = ParameterizedTypeName.get(Names.handler(channel), WildcardTypeName.subtypeOf(Object.class));
        this.handler = ParameterizedTypeName.get(Names.handler(channel), Names.STATE);
        this.view = Names.view(channel);
        this.contract = ContractField.type(channel);
    }

    static JavaFile write(ChannelModel channel) {
        return new EndpointWriter(channel).file();
    }

    private JavaFile file() {
        TypeSpec.Builder type = TypeSpec.classBuilder(Names.endpoint(channel))
                .addModifiers(Modifier.FINAL)
                .superclass(RuntimeTypes.CHANNEL_ENDPOINT)
                .addJavadoc(GeneratedFile.doc(channel, "{@link $T} with its handler, ready for a hub."))
                .addMethod(ofService())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(anyHandler, "handler")
                        .addStatement("super(new Binding<>(handler))")
                        .build())
                .addMethod(MethodSpec.methodBuilder("of")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .addJavadoc("The channel with this handler, which serves all connections.\n")
                        .returns(Names.endpoint(channel))
                        .addParameter(anyHandler, "handler")
                        .addStatement("return new $T(handler)", Names.endpoint(channel))
                        .build())
                .addType(binding());
        return GeneratedFile.of(channel, type);
    }

    // public ChatEndpoint() {
    //     this(Handlers.only(ChatHandler.class, ServiceLoader.load(ChatHandler.class)));
    // }
    private MethodSpec ofService() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "For containers that find this class by themselves: the handler is the only provider of {@link $T}.\n\n",
                        Names.handler(channel))
                .addJavadoc(
                        "@throws dev.strait.runtime.ChannelDeploymentException there is none, or there are several\n")
                .addStatement(
                        "this($T.only($T.class, $T.load($T.class)))",
                        RuntimeTypes.HANDLERS,
                        Names.handler(channel),
                        ServiceLoader.class,
                        Names.handler(channel))
                .build();
    }

    // private static final class Binding<S> implements ChannelBinding<S, Chat.Room, Chat.ToServer, Chat.ToClient>
    private TypeSpec binding() {
        return TypeSpec.classBuilder("Binding")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addTypeVariable(Names.STATE)
                .addJavadoc("The runtime's calls, turned into those of the handler.\n")
                .addSuperinterface(ParameterizedTypeName.get(
                        RuntimeTypes.CHANNEL_BINDING,
                        Names.STATE,
                        channel.roomType(),
                        channel.toServerType(),
                        channel.toClientType()))
                .addField(handler, "handler", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(handler, "handler")
                        .addStatement("this.handler = handler")
                        .build())
                .addMethod(Names.overriding("contract", contract)
                        .addStatement("return $T.CONTRACT", Names.codec(channel))
                        .build())
                .addMethod(open())
                .addMethod(user())
                .addMethod(roomEvent("join"))
                .addMethod(roomEvent("joined"))
                .addMethod(receive())
                .addMethod(roomEvent("left"))
                .addMethod(closed())
                .addMethod(Names.overriding("deployed", TypeName.VOID)
                        .addParameter(RuntimeTypes.CHANNEL_HUB, "hub")
                        .addStatement("handler.deployed(hub)")
                        .build())
                .build();
    }

    // public S open(Chat.Room room, Handshake handshake) {
    //     return handler.open(room, handshake);
    // }
    private MethodSpec open() {
        return Names.overriding("open", Names.STATE)
                .addParameter(channel.roomType(), "room")
                .addParameter(RuntimeTypes.HANDSHAKE, "handshake")
                .addStatement(
                        channel.isPathBound()
                                ? "return handler.open(room, handshake)"
                                : "return handler.open(handshake)")
                .build();
    }

    // public Optional<String> user(S state, Handshake handshake) {
    //     return handler.user(state, handshake);
    // }
    private static MethodSpec user() {
        return Names.overriding(
                        "user", ParameterizedTypeName.get(ClassName.get(Optional.class), ClassName.get(String.class)))
                .addParameter(Names.STATE, "state")
                .addParameter(RuntimeTypes.HANDSHAKE, "handshake")
                .addStatement("return handler.user(state, handshake)")
                .build();
    }

    // public void joined(Chat.Room room, ChannelConnection<...> connection) {
    //     handler.joined(room, new ChatConnection<>(connection));
    // }
    private MethodSpec roomEvent(String name) {
        return Names.overriding(name, TypeName.VOID)
                .addParameter(channel.roomType(), "room")
                .addParameter(view, "connection")
                .addStatement("handler.$N(room, new $T<>(connection))", name, Names.connection(channel))
                .build();
    }

    // public void closed(ChannelConnection<...> connection, CloseReason reason) {
    //     handler.closed(new ChatConnection<>(connection), reason);
    // }
    private MethodSpec closed() {
        return Names.overriding("closed", TypeName.VOID)
                .addParameter(view, "connection")
                .addParameter(RuntimeTypes.CLOSE_REASON, "reason")
                .addStatement("handler.closed(new $T<>(connection), reason)", Names.connection(channel))
                .build();
    }

    // if (message instanceof Chat.Say say) {
    //     handler.onSay(say, connection);
    //     return null;
    // } else if ... else {
    //     throw new AssertionError(message);
    // }
    private MethodSpec receive() {
        CodeBlock.Builder body = CodeBlock.builder();
        if (!channel.toServerMessages().isEmpty()) {
            body.addStatement(
                    "$T connection = new $T<>(from)",
                    Names.connectionOf(channel, Names.STATE),
                    Names.connection(channel));
        }
        Set<String> taken = Set.of("message", "from", "connection", "handler");
        body.add(MessageChain.over(
                channel.toServerMessages(),
                taken,
                (message, variable) -> message.isAsk()
                        ? CodeBlock.of("return handler.$N($N, connection);\n", message.handlerMethod(), variable)
                        : CodeBlock.of(
                                "handler.$N($N, connection);\nreturn null;\n", message.handlerMethod(), variable)));
        return Names.overriding("receive", ClassName.get(Object.class))
                .addParameter(channel.toServerType(), "message")
                .addParameter(view, "from")
                .addCode(body.build())
                .build();
    }
}
