package dev.strait.processor.emit;

import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import dev.strait.processor.model.ChannelModel;
import javax.lang.model.element.Modifier;

/** Writes Jakarta encoders and decoders of both directions, for hand-written endpoints. */
final class TextCodecsWriter {

    private TextCodecsWriter() {}

    // public final class ChatTextCodecs {
    //     public static final class ToServerText ...
    //     public static final class ToClientText ...
    // }
    static JavaFile write(ChannelModel channel) {
        TypeSpec.Builder type = TypeSpec.classBuilder(Names.textCodecs(channel))
                .addModifiers(Modifier.FINAL)
                .addJavadoc(GeneratedFile.doc(
                        channel, "Jakarta encoders and decoders of {@link $T}, for hand-written endpoints."))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        channel.toServer().ifPresent(to -> type.addType(adapter(channel, "ToServer", to.type())));
        channel.toClient().ifPresent(to -> type.addType(adapter(channel, "ToClient", to.type())));
        return GeneratedFile.of(channel, type);
    }

    // public static final class ToClientText implements Encoder.Text<Chat.ToClient>, Decoder.Text<Chat.ToClient> { ...
    // }
    private static TypeSpec adapter(ChannelModel channel, String direction, TypeName type) {
        return TypeSpec.classBuilder(direction + "Text")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Encodes and decodes {@link $T}.\n", type)
                .addSuperinterface(ParameterizedTypeName.get(RuntimeTypes.JAKARTA_ENCODER_TEXT, type))
                .addSuperinterface(ParameterizedTypeName.get(RuntimeTypes.JAKARTA_DECODER_TEXT, type))
                .addMethod(Names.overriding("encode", TypeName.get(String.class))
                        .addParameter(type, "message")
                        .addStatement("return $T.CONTRACT.codec().encode$L(message)", Names.codec(channel), direction)
                        .build())
                .addMethod(Names.overriding("decode", type)
                        .addParameter(String.class, "frame")
                        .addException(RuntimeTypes.JAKARTA_DECODE_EXCEPTION)
                        .beginControlFlow("try")
                        .addStatement("return $T.CONTRACT.codec().decode$L(frame)", Names.codec(channel), direction)
                        .nextControlFlow("catch ($T refused)", RuntimeTypes.FRAME_EXCEPTION)
                        .addStatement(
                                "throw new $T(frame, refused.getMessage(), refused)",
                                RuntimeTypes.JAKARTA_DECODE_EXCEPTION)
                        .endControlFlow()
                        .build())
                .addMethod(Names.overriding("willDecode", TypeName.BOOLEAN)
                        .addParameter(String.class, "frame")
                        .addStatement("return true")
                        .build())
                .addMethod(Names.overriding("init", TypeName.VOID)
                        .addParameter(RuntimeTypes.JAKARTA_ENDPOINT_CONFIG, "config")
                        .build())
                .addMethod(Names.overriding("destroy", TypeName.VOID).build())
                .build();
    }
}
