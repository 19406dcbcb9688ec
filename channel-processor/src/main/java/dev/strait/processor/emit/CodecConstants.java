package dev.strait.processor.emit;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.NameAllocator;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import dev.strait.processor.model.AnswerModel;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.ConstraintModel.Rule;
import dev.strait.processor.model.JavaLiteral;
import dev.strait.processor.model.MessageModel;
import dev.strait.processor.model.Parts;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.RegexModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import dev.strait.processor.model.UnionModel;
import dev.strait.processor.model.VariantModel;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** The constants of a codec: names of types, of fields and of enums' constants, adapters, and compiled patterns. */
final class CodecConstants {

    private static final String TO_SERVER = "TO_SERVER_TYPES";
    private static final String TO_CLIENT = "TO_CLIENT_TYPES";

    private static final int MAX_FIELDS = 800;

    private static final int FIELDS_PER_HOLDER = 300;

    private final NameAllocator allocator = new NameAllocator();
    private final List<FieldSpec> fields = new ArrayList<>();
    private final boolean isLarge;
    private final String toServerTypes;
    private final String toClientTypes;
    /** By what it stands for, the constant. */
    private final Map<Object, String> names = new LinkedHashMap<>();

    private final Map<String, String> typesOf = new HashMap<>();

    CodecConstants(ChannelModel channel) {
        for (String ours : List.of("CONTRACT", TO_SERVER, TO_CLIENT)) {
            allocator.newName(ours);
        }
        isLarge = channel.records().stream()
                        .mapToInt(record -> record.components().size())
                        .sum()
                > MAX_FIELDS;
        toServerTypes = types(TO_SERVER, channel.toServerDiscriminator(), variants(channel.toServerMessages()));
        toClientTypes = types(TO_CLIENT, channel.toClientDiscriminator(), variants(channel.toClientMessages()));
        answers(channel.toServerMessages());
        answers(channel.toClientMessages());
        Set<String> onWire = Parts.onWire(channel);
        for (UnionModel union : channel.unions()) {
            if (onWire.contains(union.id())) {
                String name = allocator.newName(Names.constant(union.id()) + "_TYPES");
                typesOf.put(union.id(), types(name, union.discriminator(), union.variants()));
            }
        }
        for (RecordModel record : channel.records()) {
            if (onWire.contains(record.id())) {
                fields(record);
            }
            for (ComponentModel component : record.components()) {
                String place = Names.constant(record.id()) + "_" + Names.constant(component.name());
                collect(component.type(), place);
                component.defaultValue().filter(value -> !value.isConstant()).ifPresent(value -> {
                    // private static final LocalDate BOOK_DAY_DEFAULT = LocalDate.parse("2026-01-31");
                    DefaultKey key = new DefaultKey(record.id(), component.name());
                    add(key, place + "_DEFAULT", component.type().name(), value.value());
                });
            }
        }
    }

    /** The constants of the codec itself. */
    List<FieldSpec> fields() {
        return isLarge ? List.of() : List.copyOf(fields);
    }

    /**
     * Classes for the constants, if the codec has too many: a class file has at most 64 KiB of code to initialize static
     * fields.
     */
    List<TypeSpec> holders() {
        List<TypeSpec> holders = new ArrayList<>();
        for (int from = 0; isLarge && from < fields.size(); from += FIELDS_PER_HOLDER) {
            holders.add(TypeSpec.classBuilder(holder(from))
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .addFields(fields.subList(from, Math.min(from + FIELDS_PER_HOLDER, fields.size())))
                    .build());
        }
        return holders;
    }

    private static String holder(int field) {
        return "Constants" + (field / FIELDS_PER_HOLDER + 1);
    }

    /** Declares a constant, and returns the expression for it. */
    private String declare(FieldSpec.Builder constant) {
        FieldSpec field = constant.build();
        fields.add(field);
        return isLarge ? holder(fields.size() - 1) + "." + field.name : field.name;
    }

    String toServerTypes() {
        return toServerTypes;
    }

    String toClientTypes() {
        return toClientTypes;
    }

    /** The names of a union's variants. */
    String typesOf(UnionModel union) {
        return Objects.requireNonNull(typesOf.get(union.id()));
    }

    /** The names of an ask's answers. */
    String answersOf(MessageModel ask) {
        return known(new AnswerKey(ask.record().id()));
    }

    /** The beginning of a message, a variant or an answer. */
    String typeOf(String discriminator, String wireName) {
        return known(new TypeKey(discriminator, wireName));
    }

    String decimalOf(BigDecimal bound) {
        return known(bound);
    }

    String integerOf(BigInteger bound) {
        return known(bound);
    }

    /** The value that stands for the absence of a component, if its expression is none that the compiler keeps. */
    String defaultOf(RecordModel record, ComponentModel component) {
        return known(new DefaultKey(record.id(), component.name()));
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

    String patternOf(RegexModel regex) {
        return known(regex);
    }

    String adapterOf(TypeModel type) {
        return known(new AdapterKey(type.adapter().orElseThrow()));
    }

    private record TypeKey(String discriminator, String wireName) {}

    private record FieldsKey(String record) {}

    private record NameKey(String record, String component) {}

    private record AnswerKey(String record) {}

    private record DefaultKey(String record, String component) {}

    private record AdapterKey(TypeName adapter) {}

    private String known(Object key) {
        return Objects.requireNonNull(names.get(key), key::toString);
    }

    // private static final TypeNames TO_SERVER_TYPES = TypeNames.of("say", "typing");
    // private static final JsonConstant SAY_TYPE = JsonConstant.type("say");
    private String types(String constant, String discriminator, List<VariantModel> variants) {
        if (variants.isEmpty()) {
            return constant;
        }
        CodeBlock wireNames = variants.stream()
                .map(variant -> JavaLiteral.of(variant.wireName()))
                .collect(CodeBlock.joining(", "));
        String types = declare(constant(RuntimeTypes.TYPE_NAMES, constant)
                .initializer("$T.of($L)$L", RuntimeTypes.TYPE_NAMES, wireNames, by(discriminator)));
        for (VariantModel variant : variants) {
            CodeBlock name = JavaLiteral.of(variant.wireName());
            CodeBlock beginning =
                    isDefault(discriminator) ? name : CodeBlock.of("$L, $L", JavaLiteral.of(discriminator), name);
            add(
                    new TypeKey(discriminator, variant.wireName()),
                    Names.constant(variant.record()) + "_TYPE",
                    RuntimeTypes.JSON_CONSTANT,
                    CodeBlock.of("$T.type($L)", RuntimeTypes.JSON_CONSTANT, beginning));
        }
        return types;
    }

    private static CodeBlock by(String discriminator) {
        return isDefault(discriminator) ? CodeBlock.of("") : CodeBlock.of(".by($L)", JavaLiteral.of(discriminator));
    }

    private static boolean isDefault(String discriminator) {
        return discriminator.equals(ChannelModel.DEFAULT_DISCRIMINATOR);
    }

    private static List<VariantModel> variants(List<MessageModel> messages) {
        return messages.stream()
                .map(message -> new VariantModel(message.record().id(), message.wireName()))
                .toList();
    }

    private void answers(List<MessageModel> messages) {
        for (MessageModel message : messages) {
            AnswerKey key = new AnswerKey(message.record().id());
            if (message.isAsk() && !names.containsKey(key)) {
                String name = allocator.newName(Names.constant(message.record().id()) + "_ANSWERS");
                AnswerModel answer = message.answer().orElseThrow();
                names.put(key, types(name, answer.discriminator(), answer.variants()));
            }
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
                        .map(component -> JavaLiteral.of(component.jsonName()))
                        .collect(CodeBlock.joining(", ")));
        for (int i = 0; i < record.components().size(); i++) {
            List<String> aliases = record.components().get(i).aliases();
            if (!aliases.isEmpty()) {
                CodeBlock texts = aliases.stream().map(JavaLiteral::of).collect(CodeBlock.joining(", "));
                all.add(".aliases($L, $L)", i, texts);
            }
        }
        String prefix = Names.constant(record.id()) + "_";
        add(new FieldsKey(record.id()), prefix + "FIELDS", RuntimeTypes.FIELD_NAMES, all.build());
        for (ComponentModel component : record.components()) {
            add(
                    new NameKey(record.id(), component.name()),
                    prefix + Names.constant(component.name()),
                    RuntimeTypes.JSON_CONSTANT,
                    CodeBlock.of("$T.name($L)", RuntimeTypes.JSON_CONSTANT, JavaLiteral.of(component.jsonName())));
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
        type.constraints().forEach(constraint -> collect(constraint, type.kind(), place));
        type.arguments().forEach(argument -> collect(argument, place));
    }

    private void collect(ConstraintModel constraint, Kind kind, String place) {
        constraint.regex().filter(regex -> regex.linear().isEmpty()).ifPresent(regex -> {
            // private static final Pattern SAY_TEXT_PATTERN = Pattern.compile("...");
            CodeBlock flags = regex.flags() == 0 ? CodeBlock.of("") : CodeBlock.of(", $L", regex.flags());
            add(
                    regex,
                    place + "_PATTERN",
                    TypeName.get(Pattern.class),
                    CodeBlock.of("$T.compile($L$L)", Pattern.class, JavaLiteral.of(regex.regex()), flags));
        });
        if (constraint.rule() == Rule.LEAST || constraint.rule() == Rule.MOST) {
            bound(NumberBound.of(constraint), kind, place + "_" + constraint.rule());
        }
        constraint.parts().forEach(part -> collect(part, kind, place));
    }

    // private static final BigDecimal ORDER_PRICE_LEAST = new BigDecimal("0.01");
    private void bound(NumberBound bound, Kind kind, String name) {
        if (kind == Kind.STRING || (kind == Kind.BIG_DECIMAL && !bound.isZero())) {
            CodeBlock value = CodeBlock.of("new $T($S)", BigDecimal.class, bound.value());
            add(bound.value(), name, TypeName.get(BigDecimal.class), value);
        }
        if (kind == Kind.BIG_INTEGER && !bound.isZero()) {
            CodeBlock value = CodeBlock.of("new $T($S)", BigInteger.class, bound.integer());
            add(bound.integer(), name, TypeName.get(BigInteger.class), value);
        }
    }

    private void add(Object key, String name, TypeName type, CodeBlock value) {
        if (!names.containsKey(key)) {
            String free = allocator.newName(name);
            names.put(key, declare(constant(type, free).initializer(value)));
        }
    }

    private FieldSpec.Builder constant(TypeName type, String name) {
        FieldSpec.Builder field = FieldSpec.builder(type, name, Modifier.STATIC, Modifier.FINAL);
        return isLarge ? field : field.addModifiers(Modifier.PRIVATE);
    }
}
