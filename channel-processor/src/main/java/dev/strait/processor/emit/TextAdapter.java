package dev.strait.processor.emit;

import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import dev.strait.processor.model.ChannelModel;
import javax.lang.model.element.Modifier;

/** Writes a Jakarta encoder and decoder of one direction, for endpoints written by hand. */
final class TextAdapter {

    private TextAdapter() {}

    // public static final class ToClientText implements Encoder.Text<Chat.ToClient>, Decoder.Text<Chat.ToClient> { ...
    // }
    static TypeSpec write(ChannelModel channel, String direction, TypeName type) {
        return TypeSpec.classBuilder(direction + "Text")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("{@link $T} as Jakarta encoder and decoder, for endpoints written by hand.\n", type)
                .addSuperinterface(ParameterizedTypeName.get(RuntimeTypes.JAKARTA_ENCODER_TEXT, type))
                .addSuperinterface(ParameterizedTypeName.get(RuntimeTypes.JAKARTA_DECODER_TEXT, type))
                .addMethod(Names.overriding("encode", TypeName.get(String.class))
                        .addParameter(type, "message")
                        .addStatement("return CONTRACT.codec().encode$L(message)", direction)
                        .build())
                .addMethod(Names.overriding("decode", type)
                        .addParameter(String.class, "frame")
                        .addException(RuntimeTypes.JAKARTA_DECODE_EXCEPTION)
                        .beginControlFlow("try")
                        .addStatement("return CONTRACT.codec().decode$L(frame)", direction)
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
