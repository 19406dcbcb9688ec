package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.MessageModel;
import dev.strait.processor.model.RecordModel;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the codec: both directions, with validation, as plain code. */
final class CodecWriter {

    private final ChannelModel channel;
    private final CodecConstants constants;

    private CodecWriter(ChannelModel channel) {
        this.channel = channel;
        this.constants = new CodecConstants(channel);
    }

    static JavaFile write(ChannelModel channel) {
        return new CodecWriter(channel).file();
    }

    private JavaFile file() {
        TypeSpec.Builder type = TypeSpec.classBuilder(Names.codec(channel))
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(
                        RuntimeTypes.CHANNEL_CODEC, channel.roomType(), channel.toServerType(), channel.toClientType()))
                .addJavadoc(GeneratedFile.doc(channel, "Reads and writes the messages of {@link $T} as JSON."))
                .addJavadoc(
                        "\n<p>What is read is valid in every respect, or refused with all that is wrong. Stateless.\n")
                .addField(ContractField.write(channel))
                .addFields(constants.fields())
                .addMethod(read("readToServer", channel.toServerType(), channel.toServerMessages()))
                .addMethod(read("readToClient", channel.toClientType(), channel.toClientMessages()))
                .addMethod(write("writeToServer", channel.toServerType(), channel.toServerMessages()))
                .addMethod(write("writeToClient", channel.toClientType(), channel.toClientMessages()))
                .addMethod(typeOf());
        RoomMethods room = new RoomMethods(channel, constants);
        type.addMethod(room.roomName()).addMethod(room.room());
        addRecords(type);
        if (channel.hasJakarta()) {
            channel.toServer().ifPresent(to -> type.addType(TextAdapter.write(channel, "ToServer", to.type())));
            channel.toClient().ifPresent(to -> type.addType(TextAdapter.write(channel, "ToClient", to.type())));
        }
        return GeneratedFile.of(channel, type);
    }

    private void addRecords(TypeSpec.Builder type) {
        ReadMethods readers = new ReadMethods(constants, Names.codec(channel));
        WriteMethods writers = new WriteMethods(Names.codec(channel));
        CheckMethods checks = new CheckMethods(constants);
        for (RecordModel record : channel.records()) {
            boolean isOnWire = channel.isOnWire(record);
            if (isOnWire) {
                type.addMethod(readers.write(record));
            }
            if (record.isConstrained()) {
                type.addMethod(checks.write(record));
            }
            if (isOnWire) {
                type.addMethod(writers.write(record));
            }
        }
    }

    // public Chat.ToServer readToServer(Frame frame) {
    //     JsonReader in = frame.reader();
    //     Chat.ToServer message = switch (frame.requireType()) {
    //         case "say" -> readSay(in);
    //         default -> throw FrameException.unknownType();
    //     };
    //     in.violations().throwIfAny();
    //     return message;
    // }
    private MethodSpec read(String name, TypeName direction, List<MessageModel> messages) {
        MethodSpec.Builder method = Names.overriding(name, direction).addParameter(RuntimeTypes.FRAME, "frame");
        if (messages.isEmpty()) {
            return method.addStatement("throw $T.unknownType()", RuntimeTypes.FRAME_EXCEPTION)
                    .build();
        }
        CodeBlock type = messages.size() == 1
                ? CodeBlock.of("frame.typeOr($S)", messages.get(0).wireName())
                : CodeBlock.of("frame.requireType()");
        method.addStatement("$T in = frame.reader()", RuntimeTypes.JSON_READER);
        CodeBlock.Builder choice = CodeBlock.builder().add("$T message = switch ($L) {\n$>", direction, type);
        for (MessageModel message : messages) {
            choice.add(
                    "case $S -> read$L(in);\n",
                    message.wireName(),
                    message.record().id());
        }
        choice.add("default -> throw $T.unknownType();\n$<};\n", RuntimeTypes.FRAME_EXCEPTION);
        return method.addCode(choice.build())
                .addStatement("in.violations().throwIfAny()")
                .addStatement("return message")
                .build();
    }

    // public void writeToClient(JsonWriter out, Chat.ToClient message) {
    //     if (message instanceof Chat.Said said) {
    //         out.name("type").value("said");
    //         writeSaid(out, said);
    //     } else {
    //         throw new AssertionError(message);
    //     }
    // }
    private MethodSpec write(String name, TypeName direction, List<MessageModel> messages) {
        return Names.overriding(name, TypeName.VOID)
                .addParameter(RuntimeTypes.JSON_WRITER, "out")
                .addParameter(direction, "message")
                .addCode(MessageChain.over(
                        messages,
                        Set.of("out", "message"),
                        (message, variable) -> CodeBlock.builder()
                                .addStatement("out.name($S).value($S)", "type", message.wireName())
                                .addStatement(
                                        "write$L(out, $N)", message.record().id(), variable)
                                .build()))
                .build();
    }

    // public String typeOf(Chat.ToClient message) {
    //     if (message instanceof Chat.Said) {
    //         return "said";
    //     }
    //     throw new AssertionError(message);
    // }
    private MethodSpec typeOf() {
        MethodSpec.Builder method =
                Names.overriding("typeOf", TypeName.get(String.class)).addParameter(channel.toClientType(), "message");
        for (MessageModel message : channel.toClientMessages()) {
            method.beginControlFlow(
                            "if (message instanceof $T)", message.record().type())
                    .addStatement("return $S", message.wireName())
                    .endControlFlow();
        }
        return method.addStatement("throw new AssertionError(message)").build();
    }
}
