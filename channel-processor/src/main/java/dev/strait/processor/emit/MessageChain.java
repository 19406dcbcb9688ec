package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import dev.strait.processor.model.MessageModel;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Writes a case for each message of a direction. On Java 17 a switch over a sealed type is not there yet, so it is a
 * chain of instanceof; it names every permitted type, and what comes behind it cannot happen.
 */
final class MessageChain {

    private MessageChain() {}

    // if (message instanceof Chat.Say say) {
    //     ...
    // } else {
    //     throw new AssertionError("Unknown type: " + message.getClass());
    // }
    static CodeBlock over(
            List<MessageModel> messages, Set<String> taken, BiFunction<MessageModel, String, CodeBlock> body) {
        if (messages.isEmpty()) {
            return impossible(messages);
        }
        CodeBlock.Builder chain = CodeBlock.builder();
        String opening = "if (message instanceof $T $N)";
        for (MessageModel message : messages) {
            String variable = Names.variable(message, taken);
            if (opening.startsWith("if")) {
                chain.beginControlFlow(opening, message.type(), variable);
            } else {
                chain.nextControlFlow(opening, message.type(), variable);
            }
            chain.add(body.apply(message, variable));
            opening = "else if (message instanceof $T $N)";
        }
        return chain.nextControlFlow("else")
                .add(impossible(messages))
                .endControlFlow()
                .build();
    }

    /** Throws for a message of no known type. Without messages its type is Void, which has only null. */
    static CodeBlock impossible(List<MessageModel> messages) {
        return messages.isEmpty()
                ? CodeBlock.of("throw new $T(\"The contract declares no such message\");\n", AssertionError.class)
                : CodeBlock.of("throw new $T(\"Unknown type: \" + message.getClass());\n", AssertionError.class);
    }
}
