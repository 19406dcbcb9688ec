package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import dev.strait.processor.model.MessageModel;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Writes a case for each message of a direction. Java 17 has no switch over a sealed type, so each case is an if of its own
 * that returns. A chain of else would nest, and javac parses nested statements recursively: 1,000 of them overflow its stack.
 */
final class MessageChain {

    private MessageChain() {}

    // if (message instanceof Chat.Say say) {
    //     ...
    //     return ...;
    // }
    // throw new AssertionError("Unknown type: " + message.getClass());
    /** Writes the cases; the body of each returns. */
    static CodeBlock over(
            List<MessageModel> messages, Set<String> taken, BiFunction<MessageModel, String, CodeBlock> body) {
        CodeBlock.Builder cases = CodeBlock.builder();
        for (MessageModel message : messages) {
            String variable = Names.variable(message, taken);
            cases.beginControlFlow("if (message instanceof $T $N)", message.type(), variable)
                    .add(body.apply(message, variable))
                    .endControlFlow();
        }
        return cases.add(impossible(messages)).build();
    }

    /** Throws for a message of no known type. Without messages its type is Void, which has only null. */
    static CodeBlock impossible(List<MessageModel> messages) {
        return messages.isEmpty()
                ? CodeBlock.of("throw new $T(\"The contract declares no such message\");\n", AssertionError.class)
                : CodeBlock.of("throw new $T(\"Unknown type: \" + message.getClass());\n", AssertionError.class);
    }
}
