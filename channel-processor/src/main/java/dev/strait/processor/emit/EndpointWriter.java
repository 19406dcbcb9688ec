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
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the channel as something deployable. */
final class EndpointWriter {

    private static final TypeName ANYTHING = WildcardTypeName.subtypeOf(Object.class);

    private final ChannelModel channel;
    private final TypeName anyHandler;
    private final TypeName anyRoom;
    private final TypeName anyBinding;

    private EndpointWriter(ChannelModel channel) {
        this.channel = channel;
        this.anyHandler = ParameterizedTypeName.get(Names.handler(channel), ANYTHING);
        this.anyRoom = ParameterizedTypeName.get(Names.room(channel), ANYTHING, ANYTHING);
        this.anyBinding =
                ParameterizedTypeName.get(RuntimeTypes.ENDPOINT_BINDING, ANYTHING, ANYTHING, ANYTHING, ANYTHING);
    }

    static JavaFile write(ChannelModel channel) {
        return new EndpointWriter(channel).file();
    }

    private JavaFile file() {
        TypeSpec.Builder type = TypeSpec.classBuilder(Names.endpoint(channel))
                .addModifiers(Modifier.FINAL)
                .superclass(RuntimeTypes.CHANNEL_ENDPOINT)
                .addJavadoc(GeneratedFile.doc(
                        channel,
                        channel.hasRooms()
                                ? "The endpoint of {@link $T} with its handler or room, to be added to a hub."
                                : "The endpoint of {@link $T} with its handler, to be added to a hub."))
                .addMethod(ofService())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(anyBinding, "binding")
                        .addStatement("super(binding)")
                        .build())
                .addMethod(of(
                        anyHandler,
                        "handler",
                        "Returns an endpoint whose connections all use this handler.",
                        "Binding"));
        if (channel.hasRooms()) {
            type.addMethod(of(
                    anyRoom,
                    "room",
                    "Returns an endpoint whose rooms are those of this object. All endpoints with the same object share them.",
                    Names.rooms(channel).simpleName() + ".Binding"));
        }
        type.addMethod(services()).addType(BindingWriter.ofHandler(channel));
        return GeneratedFile.of(channel, type);
    }

    // public static ChatEndpoint of(ChatHandler<?> handler) {
    //     return new ChatEndpoint(new Binding<>(handler));
    // }
    private MethodSpec of(TypeName type, String parameter, String doc, String binding) {
        return MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("$L\n", doc)
                .returns(Names.endpoint(channel))
                .addParameter(type, parameter)
                .addStatement("return new $T(new $L<>($N))", Names.endpoint(channel), binding, parameter)
                .build();
    }

    // public ChatEndpoint() {
    //     this(services());
    // }
    private MethodSpec ofService() {
        CodeBlock types =
                providers().map(type -> CodeBlock.of("$T.class", type)).collect(CodeBlock.joining(", "));
        CodeBlock links =
                providers().map(type -> CodeBlock.of("{@link $T}", type)).collect(CodeBlock.joining(" or "));
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("""
                        Creates the endpoint for a container that finds this class by scanning. The $L is the only
                        service provider of $L.

                        @throws dev.strait.runtime.ChannelDeploymentException there is no provider, or more than one
                        """, channel.hasRooms() ? "handler or room" : "handler", links)
                .addStatement("this($T.only(services(), $L))", RuntimeTypes.HANDLERS, types)
                .build();
    }

    private Stream<ClassName> providers() {
        return channel.hasRooms()
                ? Stream.of(Names.handler(channel), Names.room(channel))
                : Stream.of(Names.handler(channel));
    }

    // private static List<EndpointBinding<?, ?, ?, ?>> services() {
    //     List<EndpointBinding<?, ?, ?, ?>> found = new ArrayList<>();
    //     for (ChatHandler<?> handler : ServiceLoader.load(ChatHandler.class)) {
    //         found.add(new Binding<>(handler));
    //     }
    //     ...
    // }
    private MethodSpec services() {
        TypeName list = ParameterizedTypeName.get(ClassName.get(List.class), anyBinding);
        MethodSpec.Builder method = MethodSpec.methodBuilder("services")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(list)
                .addStatement("$T found = new $T<>()", list, ArrayList.class)
                .beginControlFlow(
                        "for ($T handler : $T.load($T.class))", anyHandler, ServiceLoader.class, Names.handler(channel))
                .addStatement("found.add(new Binding<>(handler))")
                .endControlFlow();
        if (channel.hasRooms()) {
            method.beginControlFlow(
                            "for ($T room : $T.load($T.class))", anyRoom, ServiceLoader.class, Names.room(channel))
                    .addStatement("found.add(new $T.Binding<>(room))", Names.rooms(channel))
                    .endControlFlow();
        }
        return method.addStatement("return found").build();
    }
}
