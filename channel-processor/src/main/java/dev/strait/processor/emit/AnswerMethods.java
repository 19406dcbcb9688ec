package dev.strait.processor.emit;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.model.MessageModel;
import java.util.List;

/** Writes the codec's methods for answers, which go by what was asked. */
final class AnswerMethods {

    private final MethodNames methods;
    /** Of what clients send. */
    private final boolean isStrict;

    AnswerMethods(MethodNames methods, boolean isStrict) {
        this.methods = methods;
        this.isStrict = isStrict;
    }

    // public Object readAnswerToServer(JsonReader in, Auction.ToClient asked) {
    //     if (asked instanceof Auction.ConfirmAge) {
    //         return readAnswerOfConfirmAge(in);
    //     }
    //     throw new AssertionError("Unknown type: " + asked.getClass());
    // }
    MethodSpec read(String direction, TypeName asked, List<MessageModel> messages) {
        MethodSpec.Builder method = Names.overriding("readAnswer" + direction, ClassName.get(Object.class))
                .addParameter(RuntimeTypes.JSON_READER, "in")
                .addParameter(asked, "asked");
        if (isStrict && direction.equals("ToServer")) {
            method.addStatement("in.refuseUnknownFields()");
        }
        for (MessageModel message : messages) {
            if (message.isAsk()) {
                method.beginControlFlow("if (asked instanceof $T)", message.type())
                        .addStatement("return read$L(in)", methods.answerOf(message))
                        .endControlFlow();
            }
        }
        return method.addStatement("throw new $T(\"Unknown type: \" + asked.getClass())", AssertionError.class)
                .build();
    }

    // public void writeAnswerToClient(JsonWriter out, Auction.ToServer asked, Object answer) {
    //     if (asked instanceof Auction.Bid) {
    //         writeAnswerOfBid(out, (Auction.Bid.Outcome) answer);
    //     } else {
    //         throw new AssertionError("Unknown type: " + asked.getClass());
    //     }
    // }
    MethodSpec write(String direction, TypeName asked, List<MessageModel> messages) {
        MethodSpec.Builder method = Names.overriding("writeAnswer" + direction, TypeName.VOID)
                .addParameter(RuntimeTypes.JSON_WRITER, "out")
                .addParameter(asked, "asked")
                .addParameter(Object.class, "answer");
        List<MessageModel> asks = messages.stream().filter(MessageModel::isAsk).toList();
        boolean isGeneric =
                asks.stream().anyMatch(ask -> ask.answer().orElseThrow().type() instanceof ParameterizedTypeName);
        if (isGeneric) { // the ask's own type says what its answer is
            method.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "unchecked")
                    .build());
        }
        for (int i = 0; i < asks.size(); i++) {
            if (i == 0) {
                method.beginControlFlow("if (asked instanceof $T)", asks.get(i).type());
            } else {
                method.nextControlFlow(
                        "else if (asked instanceof $T)", asks.get(i).type());
            }
            TypeName answer = asks.get(i).answer().orElseThrow().type();
            method.addStatement("write$L(out, ($T) answer)", methods.answerOf(asks.get(i)), answer);
        }
        return method.nextControlFlow("else")
                .addStatement("throw new $T(\"Unknown type: \" + asked.getClass())", AssertionError.class)
                .endControlFlow()
                .build();
    }
}
