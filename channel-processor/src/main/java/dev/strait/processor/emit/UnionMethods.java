package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.NameAllocator;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.model.AnswerModel;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.MessageModel;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.UnionModel;
import dev.strait.processor.model.VariantModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the methods that read and write one of several records: a union inside of a record, or an answer. */
final class UnionMethods {

    private final ChannelModel channel;
    private final CodecConstants constants;
    private final MethodNames methods;

    UnionMethods(ChannelModel channel, CodecConstants constants, MethodNames methods) {
        this.channel = channel;
        this.constants = constants;
        this.methods = methods;
    }

    // private static Board.Shape readShape(JsonReader in) {
    //     Board.Shape value = switch (in.variant(SHAPE_TYPES)) {
    //         case 0 -> readCircle(in);
    //         default -> null;
    //     };
    //     in.endVariant();
    //     return value;
    // }
    MethodSpec read(UnionModel union) {
        CodeBlock body = CodeBlock.builder()
                .add(choice(union.type(), CodeBlock.of("in.variant($N)", constants.typesOf(union)), union.variants()))
                .add("default -> null;\n$<};\n")
                .addStatement("in.endVariant()")
                .addStatement("return value")
                .build();
        return reading("read" + union.id(), union.type(), body);
    }

    // private static Auction.Bid.Outcome readAnswerOfBid(JsonReader in) {
    //     Auction.Bid.Outcome value = switch (in.type(BID_ANSWERS)) {
    //         case 0 -> readBidLeading(in);
    //         default -> throw in.unknownType();
    //     };
    //     in.end();
    //     return value;
    // }
    MethodSpec readAnswer(MessageModel ask, AnswerModel answer) {
        CodeBlock body = CodeBlock.builder()
                .add(choice(answer.type(), CodeBlock.of("in.type($N)", constants.answersOf(ask)), answer.variants()))
                .add("default -> throw in.unknownType();\n$<};\n")
                .addStatement("in.end()")
                .addStatement("return value")
                .build();
        return reading("read" + methods.answerOf(ask), answer.type(), body);
    }

    private static MethodSpec reading(String name, TypeName type, CodeBlock body) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(type)
                .addParameter(RuntimeTypes.JSON_READER, "in")
                .addCode(body)
                .build();
    }

    private static CodeBlock choice(TypeName type, CodeBlock index, List<VariantModel> variants) {
        CodeBlock.Builder choice = CodeBlock.builder().add("$T value = switch ($L) {\n$>", type, index);
        for (int i = 0; i < variants.size(); i++) {
            choice.add("case $L -> read$L(in);\n", i, variants.get(i).record());
        }
        return choice.build();
    }

    // private static void writeShape(JsonWriter out, Board.Shape value) {
    //     if (out.required(value) instanceof Board.Circle circle) {
    //         writeCircle(out.type(CIRCLE_TYPE), circle);
    //     } else {
    //         throw new AssertionError("Unknown type: " + value.getClass());
    //     }
    //     out.endObject();
    // }
    MethodSpec write(UnionModel union) {
        return writing("write" + union.id(), union.type(), union.discriminator(), union.variants())
                .addStatement("out.endObject()")
                .build();
    }

    /** The same for an answer, whose object may get more fields. */
    MethodSpec writeAnswer(MessageModel ask, AnswerModel answer) {
        return writing("write" + methods.answerOf(ask), answer.type(), answer.discriminator(), answer.variants())
                .build();
    }

    private MethodSpec.Builder writing(String name, TypeName type, String discriminator, List<VariantModel> variants) {
        CodeBlock.Builder chain = CodeBlock.builder();
        if (variants.size() == 1
                && channel.record(variants.get(0).record()).type().equals(type)) {
            chain.addStatement(
                    "write$L(out.type($N), out.required(value))",
                    variants.get(0).record(),
                    constants.typeOf(discriminator, variants.get(0).wireName()));
        } else {
            chain.add(chain(discriminator, variants));
        }
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(RuntimeTypes.JSON_WRITER, "out")
                .addParameter(type, "value")
                .addCode(chain.build());
    }

    private CodeBlock chain(String discriminator, List<VariantModel> variants) {
        NameAllocator names = new NameAllocator();
        names.newName("out");
        names.newName("value");
        CodeBlock.Builder chain = CodeBlock.builder();
        for (int i = 0; i < variants.size(); i++) {
            RecordModel record = channel.record(variants.get(i).record());
            String id = record.id();
            String variable = names.newName(Character.toLowerCase(id.charAt(0)) + id.substring(1));
            if (i == 0) {
                chain.beginControlFlow("if (out.required(value) instanceof $T $N)", record.type(), variable);
            } else {
                chain.nextControlFlow("else if (value instanceof $T $N)", record.type(), variable);
            }
            chain.addStatement(
                    "write$L(out.type($N), $N)",
                    id,
                    constants.typeOf(discriminator, variants.get(i).wireName()),
                    variable);
        }
        return chain.nextControlFlow("else")
                .addStatement("throw new $T(\"Unknown type: \" + value.getClass())", AssertionError.class)
                .endControlFlow()
                .build();
    }
}
