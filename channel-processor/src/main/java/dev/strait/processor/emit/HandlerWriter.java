package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import dev.strait.processor.model.ChannelModel;
import java.util.Set;

/** Writes the interface that a server application implements. */
final class HandlerWriter {

    private final ChannelModel channel;
    private final HandlerMethods methods;

    private HandlerWriter(ChannelModel channel) {
        this.channel = channel;
        this.methods = new HandlerMethods(channel);
    }

    static JavaFile write(ChannelModel channel) {
        return new HandlerWriter(channel).file();
    }

    private JavaFile file() {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(Names.handler(channel))
                .addTypeVariable(Names.STATE)
                .addJavadoc(GeneratedFile.doc(channel, "What the server application does for {@link $T}."))
                .addJavadoc("""

                        <p>All calls for one connection come one after the other: {@code open}, {@code user}, for each room
                        {@code join} and {@code joined}, the messages in their order, for each room {@code left}, and
                        {@code closed}. Calls for different connections run side by side; where a room has a state, a
                        {@link $T} saves the locks. A method may block, unless the endpoint is {@code nonBlocking()}. A
                        {@link $T} that it throws goes to the client; anything else is logged, and the client gets a
                        reference to the log.

                        @param <S> what the application remembers of each connection
                        """, Names.room(channel), RuntimeTypes.REFUSAL)
                .addMethod(methods.open());
        channel.toServerMessages()
                .forEach(message -> type.addMethod(
                        methods.onMessage(message, Set.of("from")).build()));
        type.addMethod(HandlerMethods.user())
                .addMethod(event(
                        "join",
                        CodeBlock.of(
                                "Allows the connection to join, or throws a {@link $T}. Allows everything by default.\n",
                                RuntimeTypes.REFUSAL)))
                .addMethod(event(
                        "joined",
                        CodeBlock.of(
                                "The connection is a member now; a place to greet it. Does nothing by default.\n")))
                .addMethod(
                        event("left", CodeBlock.of("The connection is no member any more. Does nothing by default.\n")))
                .addMethod(methods.closed())
                .addMethod(HandlerMethods.deployed("handler"));
        return GeneratedFile.of(channel, type);
    }

    private MethodSpec event(String name, CodeBlock doc) {
        return methods.event(name, channel.roomType(), "room", doc);
    }
}
