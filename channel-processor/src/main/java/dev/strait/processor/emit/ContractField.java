package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.contract.CanonicalText;
import dev.strait.processor.contract.FrameSize;
import dev.strait.processor.contract.ShapeOf;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.JavaLiteral;
import dev.strait.processor.model.MessageModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes what the runtime knows of the contract, as a constant beside the codec. */
final class ContractField {

    private ContractField() {}

    static TypeName type(ChannelModel channel) {
        return ParameterizedTypeName.get(
                RuntimeTypes.CHANNEL_CONTRACT, channel.roomType(), channel.toServerType(), channel.toClientType());
    }

    // static final ChannelContract<Chat.Room, Chat.ToServer, Chat.ToClient> CONTRACT = ChannelContract
    //         .builder("com.acme.Chat", new ChatCodec())
    //         .path("/ws/chat/{room}")
    //         .roomComponents("room")
    //         .fingerprint("9f2c...")
    //         .maxMessageBytes(1_200, "say")
    //         .asksClients(true)
    //         .toServer(WireMessage.of("say", SAY_FIELDS))
    //         .toClient(WireMessage.of("said", SAID_FIELDS))
    //         .build();
    static FieldSpec write(ChannelModel channel, CodecConstants constants) {
        CodeBlock.Builder contract = CodeBlock.builder()
                .add(
                        "$T\n$>$>.builder($S, new $T())\n.path($S)",
                        RuntimeTypes.CHANNEL_CONTRACT,
                        channel.contract().canonicalName(),
                        Names.codec(channel),
                        channel.path().template());
        List<ComponentModel> key =
                channel.room().map(room -> room.record().components()).orElse(List.of());
        if (!channel.hasRooms()) {
            contract.add("\n.rooms(false)");
        }
        if (!key.isEmpty()) {
            contract.add(
                    "\n.roomComponents($L)",
                    JavaLiteral.list(key.stream().map(ComponentModel::name).toList()));
        }
        contract.add("\n.fingerprint($S)", CanonicalText.fingerprint(ShapeOf.contract(channel)));
        FrameSize.largestToServer(channel)
                .ifPresent(largest -> contract.add(
                        "\n.maxMessageBytes($L, $L)", largest.bytes() + "L", JavaLiteral.of(largest.wireName())));
        channel.toServerMessages().stream()
                .filter(message -> !message.roles().isEmpty())
                .forEach(message -> contract.add(
                        "\n.allow($L, $L)", JavaLiteral.of(message.wireName()), JavaLiteral.list(message.roles())));
        if (channel.asksClients()) {
            contract.add("\n.asksClients(true)");
        }
        if (!channel.toServerDiscriminator().equals(ChannelModel.DEFAULT_DISCRIMINATOR)) {
            contract.add("\n.toServerDiscriminator($L)", JavaLiteral.of(channel.toServerDiscriminator()));
        }
        if (!channel.toClientDiscriminator().equals(ChannelModel.DEFAULT_DISCRIMINATOR)) {
            contract.add("\n.toClientDiscriminator($L)", JavaLiteral.of(channel.toClientDiscriminator()));
        }
        contract.add(messages("toServer", channel.toServerMessages(), constants));
        contract.add(messages("toClient", channel.toClientMessages(), constants));
        return FieldSpec.builder(type(channel), "CONTRACT", Modifier.STATIC, Modifier.FINAL)
                .initializer(contract.add("\n.build()$<$<").build())
                .build();
    }

    // .toServer(
    //         WireMessage.of("say", SAY_FIELDS),
    //         WireMessage.ofVolatile("typing", TYPING_FIELDS))
    private static CodeBlock messages(String method, List<MessageModel> messages, CodecConstants constants) {
        if (messages.isEmpty()) {
            return CodeBlock.of("");
        }
        CodeBlock each = messages.stream()
                .map(message -> CodeBlock.of(
                        message.isVolatile() ? "$T.ofVolatile($L, $L)" : "$T.of($L, $L)",
                        RuntimeTypes.WIRE_MESSAGE,
                        JavaLiteral.of(message.wireName()),
                        constants.fieldsOf(message.record())))
                .collect(CodeBlock.joining(",\n"));
        return CodeBlock.of("\n.$N($>$>\n$L)$<$<", method, each);
    }
}
