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
import dev.strait.processor.model.MessageModel;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes what the runtime knows of the contract, as a constant beside the codec. */
final class ContractField {

    private ContractField() {}

    static TypeName type(ChannelModel channel) {
        return ParameterizedTypeName.get(
                RuntimeTypes.CHANNEL_CONTRACT, channel.roomType(), channel.toServerType(), channel.toClientType());
    }

    // static final ChannelContract<Chat.Room, Chat.ToServer, Chat.ToClient> CONTRACT =
    //         new ChannelContract<>("com.acme.Chat", "/ws/chat/{room}", List.of("room"), "9f2c...", 1_200L, false,
    //                 List.of(WireMessage.of("say", "text")), List.of(WireMessage.of("said", "user", "text")),
    //                 new ChatCodec());
    static FieldSpec write(ChannelModel channel) {
        List<ComponentModel> key =
                channel.room().map(room -> room.record().components()).orElse(List.of());
        CodeBlock components = key.stream()
                .map(component -> CodeBlock.of("$S", component.name()))
                .collect(CodeBlock.joining(", "));
        return FieldSpec.builder(type(channel), "CONTRACT", Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "new $T<>(\n$>$>$S, $S, $T.of($L), $S, $LL, $L,\n$L,\n$L,\nnew $T())$<$<",
                        RuntimeTypes.CHANNEL_CONTRACT,
                        channel.contract().canonicalName(),
                        channel.path().template(),
                        List.class,
                        components,
                        CanonicalText.fingerprint(ShapeOf.contract(channel)),
                        FrameSize.largestToServer(channel).orElse(0),
                        channel.asksClients(),
                        messages(channel.toServerMessages()),
                        messages(channel.toClientMessages()),
                        Names.codec(channel))
                .build();
    }

    // List.of(WireMessage.of("say", "text", "tags"), WireMessage.of("typing", "on"))
    private static CodeBlock messages(List<MessageModel> messages) {
        CodeBlock each = messages.stream().map(ContractField::message).collect(CodeBlock.joining(",\n"));
        return CodeBlock.of("$T.of($>$>$L$<$<)", List.class, each);
    }

    private static CodeBlock message(MessageModel message) {
        CodeBlock fields = message.record().components().stream()
                .flatMap(component -> Stream.concat(Stream.of(component.jsonName()), component.aliases().stream()))
                .map(name -> CodeBlock.of(", $S", name))
                .collect(CodeBlock.joining(""));
        return CodeBlock.of("$T.of($S$L)", RuntimeTypes.WIRE_MESSAGE, message.wireName(), fields);
    }
}
