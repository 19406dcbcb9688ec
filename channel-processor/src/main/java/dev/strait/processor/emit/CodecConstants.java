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
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** The constants of a codec: field names of records, names of enums, compiled patterns. */
final class CodecConstants {

    private final NameAllocator allocator = new NameAllocator();
    private final List<FieldSpec> fields = new ArrayList<>();
    private final Map<String, String> enums = new LinkedHashMap<>();
    private final Map<String, String> patterns = new LinkedHashMap<>();

    CodecConstants(ChannelModel channel) {
        allocator.newName("CONTRACT");
        for (RecordModel record : channel.records()) {
            if (channel.isOnWire(record)) {
                fields.add(fieldNames(record));
            }
            for (ComponentModel component : record.components()) {
                collect(component.type(), Names.constant(record.id()) + "_" + Names.constant(component.name()));
            }
        }
    }

    List<FieldSpec> fields() {
        return fields;
    }

    static String fieldsOf(RecordModel record) {
        return Names.constant(record.id()) + "_FIELDS";
    }

    String namesOf(TypeName enumType) {
        return Objects.requireNonNull(enums.get(enumType.toString()));
    }

    String patternOf(String regex) {
        return Objects.requireNonNull(patterns.get(regex));
    }

    // private static final FieldNames SAY_FIELDS = FieldNames.of("text", "tags");
    private FieldSpec fieldNames(RecordModel record) {
        CodeBlock names = record.components().stream()
                .map(component -> CodeBlock.of("$S", component.jsonName()))
                .collect(CodeBlock.joining(", "));
        CodeBlock.Builder aliases = CodeBlock.builder();
        for (int i = 0; i < record.components().size(); i++) {
            for (String alias : record.components().get(i).aliases()) {
                aliases.add(".alias($S, $L)", alias, i);
            }
        }
        return constant(RuntimeTypes.FIELD_NAMES, allocator.newName(fieldsOf(record)))
                .initializer("$T.of($L)$L", RuntimeTypes.FIELD_NAMES, names, aliases.build())
                .build();
    }

    private void collect(TypeModel type, String place) {
        if (type.kind() == TypeModel.Kind.ENUM && !enums.containsKey(type.name().toString())) {
            String simple = type.name().toString().replaceAll(".*\\.", "");
            String name = allocator.newName(Names.constant(simple) + "_NAMES");
            enums.put(type.name().toString(), name);
            // private static final EnumNames<Color> COLOR_NAMES = EnumNames.of(Color.values());
            fields.add(constant(ParameterizedTypeName.get(RuntimeTypes.ENUM_NAMES, type.name()), name)
                    .initializer("$T.of($T.values())", RuntimeTypes.ENUM_NAMES, type.name())
                    .build());
        }
        for (ConstraintModel constraint : type.constraints()) {
            if (constraint.rule() == Rule.PATTERN && !patterns.containsKey(constraint.regex())) {
                String name = allocator.newName(place + "_PATTERN");
                patterns.put(constraint.regex(), name);
                // private static final Pattern SAY_TEXT_PATTERN = Pattern.compile("...");
                fields.add(constant(TypeName.get(Pattern.class), name)
                        .initializer("$T.compile($S)", Pattern.class, constraint.regex())
                        .build());
            }
        }
        type.arguments().forEach(argument -> collect(argument, place));
    }

    private static FieldSpec.Builder constant(TypeName type, String name) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    }
}
