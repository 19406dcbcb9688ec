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
import dev.strait.processor.model.RoomModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the test kit: how it is created, and how clients connect. */
public final class TestKitWriter {

    private static final TypeName ANYTHING = WildcardTypeName.subtypeOf(Object.class);
    private static final TypeName SETTINGS = consumerOf(RuntimeTypes.TEST_KIT_SETTINGS);
    private static final TypeName WHO = consumerOf(RuntimeTypes.WHO);

    private final ChannelModel channel;
    private final ClassName kit;
    private final ClassName client;

    private TestKitWriter(ChannelModel channel) {
        this.channel = channel;
        this.kit = Names.testKit(channel);
        this.client = kit.nestedClass("Client");
    }

    /** Returns the file. */
    public static JavaFile write(ChannelModel channel) {
        return new TestKitWriter(channel).file();
    }

    private static TypeName consumerOf(ClassName type) {
        return ParameterizedTypeName.get(ClassName.get(Consumer.class), WildcardTypeName.supertypeOf(type));
    }

    private JavaFile file() {
        TypeName handler = ParameterizedTypeName.get(Names.handler(channel), ANYTHING);
        TypeSpec.Builder type = TypeSpec.classBuilder(kit)
                .addModifiers(Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(
                        RuntimeTypes.TEST_KIT,
                        channel.roomType(),
                        channel.toServerType(),
                        channel.toClientType(),
                        client))
                .addJavadoc(GeneratedFile.doc(channel, "Tests handlers of {@link $T} in memory."))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(endpoints(), "endpoints")
                        .addParameter(SETTINGS, "settings")
                        .addStatement("super($T.CONTRACT, endpoints, settings)", Names.codec(channel))
                        .build())
                .addMethods(of(handler, "handler"));
        if (channel.hasRooms()) {
            type.addMethods(of(ParameterizedTypeName.get(Names.room(channel), ANYTHING, ANYTHING), "room"));
        }
        type.addMethods(create())
                .addMethod(nodes(handler))
                .addMethod(createNodes())
                .addMethod(emitter())
                .addMethods(connecting())
                .addMethod(MethodSpec.methodBuilder("client")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PROTECTED)
                        .returns(client)
                        .addParameter(Names.ofChannel(RuntimeTypes.CLIENT_CONNECTION, channel), "connection")
                        .addStatement("return new $T(connection)", client)
                        .build())
                .addType(new TestClientWriter(channel, client).write());
        return GeneratedFile.of(channel, type);
    }

    // public static ChatTestKit of(ChatHandler<?> handler) {
    //     return of(handler, settings -> {});
    // }
    // public static ChatTestKit of(ChatHandler<?> handler, Consumer<? super TestKitSettings> settings) {
    //     return new ChatTestKit(ChatEndpoint.of(handler), settings);
    // }
    private List<MethodSpec> of(TypeName type, String parameter) {
        String what = parameter.equals("room") ? "a room object" : "a handler";
        return List.of(
                creating("of", kit, CodeBlock.of("Returns a kit for $L.\n", what))
                        .addParameter(type, parameter)
                        .addStatement("return of($L, settings -> {})", parameter)
                        .build(),
                creating("of", kit, CodeBlock.of("Returns a kit for $L, with settings.\n", what))
                        .addParameter(type, parameter)
                        .addParameter(SETTINGS, "settings")
                        .addStatement("return create(hub -> $T.of($L), settings)", Names.endpoint(channel), parameter)
                        .build());
    }

    private TypeName endpoints() {
        return ParameterizedTypeName.get(
                ClassName.get(Function.class),
                WildcardTypeName.supertypeOf(RuntimeTypes.CHANNEL_HUB),
                WildcardTypeName.subtypeOf(RuntimeTypes.CHANNEL_ENDPOINT));
    }

    // public static ChatTestKit create(Function<? super ChannelHub, ? extends ChannelEndpoint> endpoint) {
    //     return create(endpoint, settings -> {});
    // }
    // public static ChatTestKit create(Function<...> endpoint, Consumer<? super TestKitSettings> settings) {
    //     return new ChatTestKit(endpoint, settings);
    // }
    private List<MethodSpec> create() {
        CodeBlock example = CodeBlock.of(
                "<p>For a handler that needs the hub or an emitter: {@code hub -> $T.of(new Service(hub))}.\n",
                Names.endpoint(channel));
        return List.of(
                creating(
                                "create",
                                kit,
                                CodeBlock.of(
                                        "Returns a kit for an endpoint that is created with the hub.\n\n$L", example))
                        .addParameter(endpoints(), "endpoint")
                        .addStatement("return create(endpoint, settings -> {})")
                        .build(),
                creating(
                                "create",
                                kit,
                                CodeBlock.of(
                                        "Returns a kit for an endpoint that is created with the hub, with settings.\n\n$L",
                                        example))
                        .addParameter(endpoints(), "endpoint")
                        .addParameter(SETTINGS, "settings")
                        .addStatement("return new $T(endpoint, settings)", kit)
                        .build());
    }

    // public static TestNodes<ChatTestKit> createNodes(int count, Function<...> endpoints) {
    //     return TestNodes.of(count, settings -> create(endpoints, settings));
    // }
    private MethodSpec createNodes() {
        return creating("createNodes", ParameterizedTypeName.get(RuntimeTypes.TEST_NODES, kit), CodeBlock.of("""
                        Returns several nodes, each with an endpoint that is created with its hub.

                        @param count the number of nodes
                        @param endpoints creates the endpoint of a node
                        """))
                .addParameter(int.class, "count")
                .addParameter(endpoints(), "endpoints")
                .addStatement("return $T.of(count, settings -> create(endpoints, settings))", RuntimeTypes.TEST_NODES)
                .build();
    }

    // public static TestNodes<ChatTestKit> nodes(int count, Supplier<? extends ChatHandler<?>> handlers) {
    //     return TestNodes.of(count, settings -> of(handlers.get(), settings));
    // }
    private MethodSpec nodes(TypeName handler) {
        return creating("nodes", ParameterizedTypeName.get(RuntimeTypes.TEST_NODES, kit), CodeBlock.of("""
                        Returns several nodes, each with a handler of its own.

                        @param count the number of nodes
                        @param handlers creates the handler of a node
                        """))
                .addParameter(int.class, "count")
                .addParameter(
                        ParameterizedTypeName.get(ClassName.get(Supplier.class), WildcardTypeName.subtypeOf(handler)),
                        "handlers")
                .addStatement("return $T.of(count, settings -> of(handlers.get(), settings))", RuntimeTypes.TEST_NODES)
                .build();
    }

    private static MethodSpec.Builder creating(String name, TypeName result, CodeBlock doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(doc)
                .returns(result);
    }

    private MethodSpec emitter() {
        return MethodSpec.methodBuilder("emitter")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Returns the emitter of the hub. After it was used, the next call of the kit delivers.\n")
                .returns(Names.emitter(channel))
                .addStatement("return $T.of(hub())", Names.emitter(channel))
                .build();
    }

    // public Client connect(Auction.Room room) { ... } and with its components, each with and without Who
    private List<MethodSpec> connecting() {
        List<MethodSpec> methods = new ArrayList<>();
        if (!channel.isPathBound()) {
            methods.addAll(connect("Connects a client.\n", CodeBlock.of("$T.of()", List.class), List.of()));
        }
        if (channel.hasRooms()) {
            String doc = channel.isPathBound()
                    ? "Connects a client to the room in the path.\n"
                    : "Connects a client that joins a room as it connects.\n";
            Parameter room = new Parameter(channel.roomType(), "room");
            methods.addAll(connect(doc, CodeBlock.of("$T.of(room)", List.class), List.of(room)));
            channel.room()
                    .map(RoomModel::record)
                    .ifPresent(key -> methods.addAll(connect(
                            doc,
                            CodeBlock.of("$T.of($L)", List.class, Names.construct(key, Names::local)),
                            key.components().stream()
                                    .map(component ->
                                            new Parameter(component.type().name(), Names.local(component)))
                                    .toList())));
        }
        return methods;
    }

    private record Parameter(TypeName type, String name) {}

    private List<MethodSpec> connect(String doc, CodeBlock rooms, List<Parameter> parameters) {
        Set<String> names = parameters.stream().map(Parameter::name).collect(Collectors.toCollection(HashSet::new));
        String who = MessageMethods.free("who", names);
        return List.of(
                connect(doc, parameters)
                        .addStatement("return connect($L)", rooms)
                        .build(),
                connect(doc, parameters)
                        .addParameter(WHO, who)
                        .addStatement("return connect($L, $L)", rooms, who)
                        .build());
    }

    private MethodSpec.Builder connect(String doc, List<Parameter> parameters) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("connect")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(doc)
                .addJavadoc("\n@throws $T if the server refuses the client\n", RuntimeTypes.REFUSED_HANDSHAKE)
                .returns(client);
        parameters.forEach(parameter -> method.addParameter(parameter.type(), parameter.name()));
        return method;
    }
}
