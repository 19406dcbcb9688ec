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
                .addJavadoc(GeneratedFile.doc(
                        channel, "The interface that a server application implements to serve {@link $T}."))
                .addJavadoc(channel.hasRooms() ? docWithRooms() : docWithoutRooms())
                .addMethod(methods.open());
        channel.toServerMessages()
                .forEach(message -> type.addMethod(
                        methods.onMessage(message, Set.of("from")).build()));
        type.addMethod(HandlerMethods.user());
        if (channel.hasRooms()) {
            addEvents(type);
        }
        type.addMethod(methods.reauthenticated())
                .addMethod(methods.closed())
                .addMethod(HandlerMethods.deployed("handler"));
        return GeneratedFile.of(channel, GeneratedFile.withChannelType(channel, type));
    }

    private CodeBlock docWithRooms() {
        return CodeBlock.of("""

                        <p>All calls for one connection are serial and in this order: {@code open}, {@code user}, for each room
                        {@code join} and {@code joined}, the messages, for each room {@code left}, and {@code closed}. Calls for
                        different connections run in parallel; a {@link $T} gives each room a state that needs no locks. A
                        method may block, unless the endpoint is {@code nonBlocking()}. The client receives the code of a
                        {@link $T}; any other exception is logged, and the client receives a reference to the log entry.

                        @param <S> the state of a connection
                        """, Names.room(channel), RuntimeTypes.REFUSAL);
    }

    private static CodeBlock docWithoutRooms() {
        return CodeBlock.of("""

                        <p>All calls for one connection are serial and in this order: {@code open}, {@code user}, the messages, and
                        {@code closed}. Calls for different connections run in parallel. A method may block, unless the endpoint is
                        {@code nonBlocking()}. The client receives the code of a {@link $T}; any other exception is logged, and the
                        client receives a reference to the log entry.

                        @param <S> the state of a connection
                        """, RuntimeTypes.REFUSAL);
    }

    private void addEvents(TypeSpec.Builder type) {
        type.addMethod(event(
                        "join",
                        CodeBlock.of(
                                "Authorizes a join that a client requests; a {@link $T} denies it. Allows every join by default.\n",
                                RuntimeTypes.REFUSAL)))
                .addMethod(event(
                        "joined",
                        CodeBlock.of("The connection has joined a room; greet it here. Does nothing by default.\n")))
                .addMethod(event("left", CodeBlock.of("The connection has left a room. Does nothing by default.\n")));
    }

    private MethodSpec event(String name, CodeBlock doc) {
        return methods.event(name, channel.roomType(), "room", doc);
    }
}
