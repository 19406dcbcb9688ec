package dev.strait.processor.emit;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeVariableName;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.MessageModel;
import dev.strait.processor.model.RecordModel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;

/** The names that generated types and their callers share. */
final class Names {

    /** The application's state of a connection. */
    static final TypeVariableName STATE = TypeVariableName.get("S");

    /** The application's state of a room. */
    static final TypeVariableName ROOM_STATE = TypeVariableName.get("R");

    private Names() {}

    static ClassName handler(ChannelModel channel) {
        return channel.generated("Handler");
    }

    static ClassName room(ChannelModel channel) {
        return channel.generated("Room");
    }

    static ClassName rooms(ChannelModel channel) {
        return channel.generated("Rooms");
    }

    static ClassName members(ChannelModel channel) {
        return rooms(channel).nestedClass("Members");
    }

    static ClassName connection(ChannelModel channel) {
        return channel.generated("Connection");
    }

    static ClassName sender(ChannelModel channel) {
        return channel.generated("Sender");
    }

    static ClassName target(ChannelModel channel) {
        return sender(channel).nestedClass("Target");
    }

    static ClassName roomTarget(ChannelModel channel) {
        return sender(channel).nestedClass("RoomTarget");
    }

    static ClassName userTarget(ChannelModel channel) {
        return sender(channel).nestedClass("UserTarget");
    }

    static ClassName connectionTarget(ChannelModel channel) {
        return sender(channel).nestedClass("ConnectionTarget");
    }

    static ClassName cluster(ChannelModel channel) {
        return channel.generated("Cluster");
    }

    static ClassName emitter(ChannelModel channel) {
        return channel.generated("Emitter");
    }

    static ClassName codec(ChannelModel channel) {
        return channel.generated("Codec");
    }

    static ClassName textCodecs(ChannelModel channel) {
        return channel.generated("TextCodecs");
    }

    static ClassName endpoint(ChannelModel channel) {
        return channel.generated("Endpoint");
    }

    static ClassName client(ChannelModel channel) {
        return channel.generated("Client");
    }

    static ClassName testKit(ChannelModel channel) {
        return channel.generated("TestKit");
    }

    /** The types of a channel as type arguments: room key, client's messages, server's messages. */
    static ParameterizedTypeName ofChannel(ClassName type, ChannelModel channel) {
        return ParameterizedTypeName.get(type, channel.roomType(), channel.toServerType(), channel.toClientType());
    }

    static TypeName connectionOf(ChannelModel channel, TypeName state) {
        return ParameterizedTypeName.get(connection(channel), state);
    }

    static TypeName audience(ChannelModel channel) {
        return ParameterizedTypeName.get(RuntimeTypes.AUDIENCE, channel.toClientType());
    }

    static TypeName gateway(ChannelModel channel) {
        return ParameterizedTypeName.get(RuntimeTypes.CHANNEL_GATEWAY, channel.roomType(), channel.toClientType());
    }

    /** The runtime's view of a connection. */
    static TypeName view(ChannelModel channel) {
        return ParameterizedTypeName.get(
                RuntimeTypes.CHANNEL_CONNECTION, STATE, channel.roomType(), channel.toClientType());
    }

    /** A variable for a message, clear of what stands beside it. */
    static String variable(MessageModel message, Set<String> taken) {
        String name = message.senderMethod();
        boolean isFree = !SourceVersion.isKeyword(name) && !taken.contains(name);
        return isFree ? name : name + "Message";
    }

    /** A variable for a component, that is no type's name: {@code Long} would hide the class. */
    static String local(ComponentModel component) {
        String name = component.name();
        return Character.isUpperCase(name.charAt(0)) ? Character.toLowerCase(name.charAt(0)) + name.substring(1) : name;
    }

    /** A public method that overrides one. */
    static MethodSpec.Builder overriding(String name, TypeName type) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(type);
    }

    /** {@code new Chat.Said(id, user)}, from what stands for each component. */
    static CodeBlock construct(RecordModel record, Function<ComponentModel, String> variable) {
        CodeBlock arguments = record.components().stream()
                .map(component -> CodeBlock.of("$N", variable.apply(component)))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of("new $T($L)", record.type(), arguments);
    }

    /** What is generated for a deprecated message is deprecated as well. */
    static List<AnnotationSpec> deprecation(MessageModel message) {
        return message.isDeprecated()
                ? List.of(AnnotationSpec.builder(Deprecated.class).build())
                : List.of();
    }

    /** The way from a record to a component, as a JSON Pointer (RFC 6901). */
    static String pointer(ComponentModel component) {
        return "/" + component.jsonName().replace("~", "~0").replace("/", "~1");
    }

    /** An ASCII character as it stands in code. */
    static String literal(char ascii) {
        if (ascii == '\'' || ascii == '\\') {
            return "'\\" + ascii + "'";
        }
        return ascii >= ' ' && ascii < 0x7f ? "'" + ascii + "'" : "'\\" + Integer.toOctalString(ascii) + "'";
    }

    /** Text that neither ends the comment that it is put into, nor is taken for a character or a tag by its code. */
    static String forComment(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("{", "&#123;")
                .replace("*/", "*&#47;")
                .replace("\\u", "&#92;u")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** {@code TypingNow} as a constant's name. */
    static String constant(String id) {
        return id.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }
}
