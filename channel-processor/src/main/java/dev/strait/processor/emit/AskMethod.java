package dev.strait.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeVariableName;
import dev.strait.processor.model.ChannelModel;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import javax.lang.model.element.Modifier;

/** Writes the method that asks a client: of a connection, and of an emitter's target. */
final class AskMethod {

    private AskMethod() {}

    // public <R, M extends Auction.ToClient & Ask<R>> CompletionStage<R> ask(M message, Duration timeout) {
    //     return connection().ask(message, timeout);
    // }
    /**
     * Writes the method.
     *
     * @param summary the begin of the first sentence
     * @param call the call that asks
     */
    static MethodSpec of(ChannelModel channel, String summary, CodeBlock call) {
        TypeVariableName answer = TypeVariableName.get("R");
        TypeName asking = ParameterizedTypeName.get(RuntimeTypes.ASK, answer);
        TypeVariableName message = TypeVariableName.get("M", channel.toClientType(), asking);
        return MethodSpec.methodBuilder("ask")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        """
                        $L, and returns its answer. The stage fails with a {@link $T} if no answer arrives in time,
                        with a {@link $T} if the client disconnects, with a {@link $T} if the client refuses, and with a
                        {@link $T} if the answer violates the contract. Dependent stages run on the thread that read the answer
                        and must not block; those added by methods that end in {@code Async} run where handlers run.

                        @throws IllegalArgumentException the timeout is not positive, or a number of the message is not finite
                        @throws NullPointerException a required component of the message is null
                        """,
                        summary,
                        TimeoutException.class,
                        RuntimeTypes.CONNECTION_CLOSED,
                        RuntimeTypes.REFUSAL,
                        RuntimeTypes.FRAME_EXCEPTION)
                .addTypeVariable(answer)
                .addTypeVariable(message)
                .returns(ParameterizedTypeName.get(ClassName.get(CompletionStage.class), answer))
                .addParameter(message, "message")
                .addParameter(Duration.class, "timeout")
                .addStatement("return $L", call)
                .build();
    }
}
