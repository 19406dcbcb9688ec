package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.NameAllocator;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.ConstraintModel.Rule;
import dev.strait.processor.model.MessageModel;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** The constants of a codec: names of types, of fields and of enums' constants, adapters, and compiled patterns. */
final class CodecConstants {

    private static final String TO_SERVER = "TO_SERVER_TYPES";
    private static final String TO_CLIENT = "TO_CLIENT_TYPES";

    private final NameAllocator allocator = new NameAllocator();
    private final List<FieldSpec> fields = new ArrayList<>();
    /** By what it stands for, the constant. */
    private final Map<Object, String> names = new LinkedHashMap<>();

    CodecConstants(ChannelModel channel) {
        for (String ours : List.of("CONTRACT", TO_SERVER, TO_CLIENT)) {
            allocator.newName(ours);
        }
        types(TO_SERVER, channel.toServerMessages());
        types(TO_CLIENT, channel.toClientMessages());
        for (RecordModel record : channel.records()) {
            if (channel.isOnWire(record)) {
                fields(record);
            }
            for (ComponentModel component : record.components()) {
                collect(component.type(), Names.constant(record.id()) + "_" + Names.constant(component.name()));
            }
        }
    }

    List<FieldSpec> fields() {
        return fields;
    }

    static String toServerTypes() {
        return TO_SERVER;
    }

    static String toClientTypes() {
        return TO_CLIENT;
    }

    String typeOf(MessageModel message) {
        return known(new TypeKey(message.wireName()));
    }

    String fieldsOf(RecordModel record) {
        return known(new FieldsKey(record.id()));
    }

    String nameOf(RecordModel record, ComponentModel component) {
        return known(new NameKey(record.id(), component.name()));
    }

    String namesOf(TypeName enumType) {
        return known(enumType);
    }

    String patternOf(String regex) {
        return known(new PatternKey(regex));
    }

    String adapterOf(TypeModel type) {
        return known(new AdapterKey(type.adapter().orElseThrow()));
    }

    private record TypeKey(String wireName) {}

    private record FieldsKey(String record) {}

    private record NameKey(String record, String component) {}

    private record PatternKey(String regex) {}

    private record AdapterKey(TypeName adapter) {}

    private String known(Object key) {
        return Objects.requireNonNull(names.get(key), key::toString);
    }

    // private static final TypeNames TO_SERVER_TYPES = TypeNames.of("say", "typing");
    // private static final JsonConstant SAY_TYPE = JsonConstant.type("say");
    private void types(String constant, List<MessageModel> messages) {
        if (messages.isEmpty()) {
            return;
        }
        CodeBlock wireNames = messages.stream()
                .map(message -> CodeBlock.of("$S", message.wireName()))
                .collect(CodeBlock.joining(", "));
        fields.add(constant(RuntimeTypes.TYPE_NAMES, constant)
                .initializer("$T.of($L)", RuntimeTypes.TYPE_NAMES, wireNames)
                .build());
        for (MessageModel message : messages) {
            add(
                    new TypeKey(message.wireName()),
                    Names.constant(message.record().id()) + "_TYPE",
                    RuntimeTypes.JSON_CONSTANT,
                    CodeBlock.of("$T.type($S)", RuntimeTypes.JSON_CONSTANT, message.wireName()));
        }
    }

    // private static final FieldNames SAY_FIELDS = FieldNames.of("text", "tags");
    // private static final JsonConstant SAY_TEXT = JsonConstant.name("text");
    private void fields(RecordModel record) {
        CodeBlock.Builder all = CodeBlock.builder();
        all.add(
                "$T.of($L)",
                RuntimeTypes.FIELD_NAMES,
                record.components().stream()
                        .map(component -> CodeBlock.of("$S", component.jsonName()))
                        .collect(CodeBlock.joining(", ")));
        for (int i = 0; i < record.components().size(); i++) {
            for (String alias : record.components().get(i).aliases()) {
                all.add(".alias($S, $L)", alias, i);
            }
        }
        String prefix = Names.constant(record.id()) + "_";
        add(new FieldsKey(record.id()), prefix + "FIELDS", RuntimeTypes.FIELD_NAMES, all.build());
        for (ComponentModel component : record.components()) {
            add(
                    new NameKey(record.id(), component.name()),
                    prefix + Names.constant(component.name()),
                    RuntimeTypes.JSON_CONSTANT,
                    CodeBlock.of("$T.name($S)", RuntimeTypes.JSON_CONSTANT, component.jsonName()));
        }
    }

    private void collect(TypeModel type, String place) {
        String simple =
                Names.constant(type.name().toString().replaceAll("<.*", "").replaceAll(".*\\.", ""));
        if (type.kind() == Kind.ENUM) {
            // private static final EnumNames<Color> COLOR_NAMES = EnumNames.of(Color.values());
            add(
                    type.name(),
                    simple + "_NAMES",
                    ParameterizedTypeName.get(RuntimeTypes.ENUM_NAMES, type.name()),
                    CodeBlock.of("$T.of($T.values())", RuntimeTypes.ENUM_NAMES, type.name()));
        }
        if (type.kind() == Kind.FOREIGN) {
            // private static final MoneyJson MONEY_ADAPTER = new MoneyJson();
            TypeName adapter = type.adapter().orElseThrow();
            add(new AdapterKey(adapter), simple + "_ADAPTER", adapter, CodeBlock.of("new $T()", adapter));
        }
        for (ConstraintModel constraint : type.constraints()) {
            if (constraint.rule() == Rule.PATTERN && constraint.linear().isEmpty()) {
                // private static final Pattern SAY_TEXT_PATTERN = Pattern.compile("...");
                add(
                        new PatternKey(constraint.regex()),
                        place + "_PATTERN",
                        TypeName.get(Pattern.class),
                        CodeBlock.of("$T.compile($S)", Pattern.class, constraint.regex()));
            }
        }
        type.arguments().forEach(argument -> collect(argument, place));
    }

    private void add(Object key, String name, TypeName type, CodeBlock value) {
        if (!names.containsKey(key)) {
            String free = allocator.newName(name);
            names.put(key, free);
            fields.add(constant(type, free).initializer(value).build());
        }
    }

    private static FieldSpec.Builder constant(TypeName type, String name) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    }
}
