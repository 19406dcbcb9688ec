package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import dev.strait.processor.model.AnswerModel;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.JavaLiteral;
import dev.strait.processor.model.MessageModel;
import dev.strait.processor.model.Parts;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.UnionModel;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the codec: both directions, with validation, as plain code. */
final class CodecWriter {

    private final ChannelModel channel;
    private final CodecConstants constants;
    private final MethodNames methods;
    private final PatternMethods patterns;
    private final Set<String> onWire;

    private CodecWriter(ChannelModel channel) {
        this.channel = channel;
        this.constants = new CodecConstants(channel);
        this.methods = new MethodNames(channel);
        this.patterns = new PatternMethods(channel);
        this.onWire = Parts.onWire(channel);
    }

    static JavaFile write(ChannelModel channel) {
        return new CodecWriter(channel).file();
    }

    private JavaFile file() {
        TypeSpec.Builder type = TypeSpec.classBuilder(Names.codec(channel))
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(
                        RuntimeTypes.CHANNEL_CODEC, channel.roomType(), channel.toServerType(), channel.toClientType()))
                .addJavadoc(GeneratedFile.doc(channel, "Decodes and encodes the messages of {@link $T} as JSON."))
                .addJavadoc(
                        "\n<p>A decoded message satisfies all constraints; an invalid one is refused with all its violations. Stateless.\n")
                .addFields(constants.fields())
                .addField(ContractField.write(channel, constants))
                .addTypes(constants.holders())
                .addMethod(read(
                        "readToServer", channel.toServerType(), constants.toServerTypes(), channel.toServerMessages()))
                .addMethod(read(
                        "readToClient", channel.toClientType(), constants.toClientTypes(), channel.toClientMessages()))
                .addMethod(write(
                        "writeToServer",
                        channel.toServerType(),
                        channel.toServerDiscriminator(),
                        channel.toServerMessages()))
                .addMethod(write(
                        "writeToClient",
                        channel.toClientType(),
                        channel.toClientDiscriminator(),
                        channel.toClientMessages()))
                .addMethod(typeOf("typeOfToServer", channel.toServerType(), channel.toServerMessages()))
                .addMethod(typeOf("typeOfToClient", channel.toClientType(), channel.toClientMessages()));
        RoomMethods room = new RoomMethods(channel, constants);
        type.addMethod(room.roomName()).addMethod(room.room());
        AnswerMethods answers = new AnswerMethods(methods, channel.isStrict());
        if (channel.asksClients()) {
            type.addMethod(answers.read("ToServer", channel.toClientType(), channel.toClientMessages()))
                    .addMethod(answers.write("ToServer", channel.toClientType(), channel.toClientMessages()));
        }
        if (channel.asksServer()) {
            type.addMethod(answers.read("ToClient", channel.toServerType(), channel.toServerMessages()))
                    .addMethod(answers.write("ToClient", channel.toServerType(), channel.toServerMessages()));
        }
        addRecords(type);
        addUnions(type);
        patterns.methods().forEach(type::addMethod);
        return GeneratedFile.of(channel, type);
    }

    private void addRecords(TypeSpec.Builder type) {
        ReadValues reading = new ReadValues(constants, methods);
        WriteValues writing = new WriteValues(constants, methods);
        ReadMethods readers = new ReadMethods(constants, reading);
        WriteMethods writers = new WriteMethods(constants, writing);
        ContainerMethods containers = new ContainerMethods(reading, writing);
        ConstraintChecks conditions = new ConstraintChecks(constants, patterns);
        InvalidMethods invalid = new InvalidMethods(conditions, methods);
        CheckMethods checks = new CheckMethods(conditions);
        for (RecordModel record : channel.records()) {
            boolean isOnWire = onWire.contains(record.id());
            if (isOnWire) {
                type.addMethod(readers.write(record));
                methods.of(record).forEach(container -> type.addMethod(containers.read(container)));
            }
            if (isOnWire && record.isConstrained()) {
                type.addMethod(invalid.write(record));
                methods.of(record).stream()
                        .filter(container -> InvalidMethods.isHolding(container.type()))
                        .forEach(container -> type.addMethod(invalid.write(container)));
            }
            if (record.isConstrained()) {
                type.addMethod(checks.write(record));
            }
            if (isOnWire) {
                type.addMethod(writers.write(record));
                methods.of(record).forEach(container -> type.addMethod(containers.write(container)));
            }
        }
    }

    private void addUnions(TypeSpec.Builder type) {
        UnionMethods methodsOf = new UnionMethods(channel, constants, methods);
        for (UnionModel union : channel.unions()) {
            if (onWire.contains(union.id())) {
                type.addMethod(methodsOf.read(union)).addMethod(methodsOf.write(union));
            }
        }
        Stream.concat(channel.toServerMessages().stream(), channel.toClientMessages().stream())
                .filter(MessageModel::isAsk)
                .distinct()
                .forEach(ask -> {
                    AnswerModel answer = ask.answer().orElseThrow();
                    type.addMethod(methodsOf.readAnswer(ask, answer)).addMethod(methodsOf.writeAnswer(ask, answer));
                });
    }

    // public Chat.ToServer readToServer(JsonReader in) {
    //     Chat.ToServer message = switch (in.type(TO_SERVER_TYPES)) {
    //         case 0 -> readSay(in.requireRole("member"));
    //         case 1 -> readTyping(in);
    //         default -> throw in.unknownType();
    //     };
    //     in.end();
    //     return message;
    // }
    private MethodSpec read(String name, TypeName direction, String types, List<MessageModel> messages) {
        MethodSpec.Builder method = Names.overriding(name, direction).addParameter(RuntimeTypes.JSON_READER, "in");
        if (messages.isEmpty()) {
            return method.addStatement("throw in.unknownType()").build();
        }
        if (channel.isStrict() && name.equals("readToServer")) {
            method.addStatement("in.refuseUnknownFields()");
        }
        CodeBlock.Builder choice = CodeBlock.builder().add("$T message = switch (in.type($L)) {\n$>", direction, types);
        for (int i = 0; i < messages.size(); i++) {
            MessageModel message = messages.get(i);
            boolean isForRoles = name.equals("readToServer") && !message.roles().isEmpty();
            choice.add(
                    "case $L -> read$L($L);\n",
                    i,
                    message.record().id(),
                    isForRoles
                            ? CodeBlock.of("in.requireRole($L)", JavaLiteral.list(message.roles()))
                            : CodeBlock.of("in"));
        }
        choice.add("default -> throw in.unknownType();\n$<};\n");
        return method.addCode(choice.build())
                .addStatement("in.end()")
                .addStatement("return message")
                .build();
    }

    // public void writeToClient(JsonWriter out, Chat.ToClient message) {
    //     if (message instanceof Chat.Said said) {
    //         writeSaid(out.type(SAID_TYPE), said);
    //         return;
    //     }
    //     throw new AssertionError("Unknown type: " + message.getClass());
    // }
    private MethodSpec write(String name, TypeName direction, String discriminator, List<MessageModel> messages) {
        return Names.overriding(name, TypeName.VOID)
                .addParameter(RuntimeTypes.JSON_WRITER, "out")
                .addParameter(direction, "message")
                .addCode(MessageChain.over(
                        messages,
                        Set.of("out", "message"),
                        (message, variable) -> CodeBlock.builder()
                                .addStatement(
                                        "write$L(out.$L, $N)",
                                        message.record().id(),
                                        message.hasType()
                                                ? CodeBlock.of(
                                                        "type($L)", constants.typeOf(discriminator, message.wireName()))
                                                : CodeBlock.of("beginObject()"),
                                        variable)
                                .addStatement("return")
                                .build()))
                .build();
    }

    // public String typeOfToClient(Chat.ToClient message) {
    //     if (message instanceof Chat.Said) {
    //         return "said";
    //     }
    //     throw new AssertionError("Unknown type: " + message.getClass());
    // }
    private static MethodSpec typeOf(String name, TypeName direction, List<MessageModel> messages) {
        MethodSpec.Builder method =
                Names.overriding(name, TypeName.get(String.class)).addParameter(direction, "message");
        for (MessageModel message : messages) {
            method.beginControlFlow("if (message instanceof $T)", message.type())
                    .addStatement("return $L", JavaLiteral.of(message.wireName()))
                    .endControlFlow();
        }
        return method.addCode(MessageChain.impossible(messages)).build();
    }
}
