package dev.strait.processor.parse;

import com.squareup.javapoet.TypeName;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.DefaultModel;
import dev.strait.processor.model.TypeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Parses a component of a record. */
final class ComponentParser {

    /** Half of a character outside the Basic Multilingual Plane; as a code point, a pair is not a surrogate. */
    private static final Pattern UNPAIRED = Pattern.compile("\\p{Cs}");

    private static final String NAME = "dev.strait.Name";
    private static final String DEFAULT = "dev.strait.Default";

    private final Diagnostics diagnostics;
    private final TypeParser types;
    private final DefaultParser defaults;

    ComponentParser(Diagnostics diagnostics, TypeParser types, Registry registry) {
        this.diagnostics = diagnostics;
        this.types = types;
        this.defaults = new DefaultParser(diagnostics, registry);
    }

    /** Returns the component; empty if an error was reported. */
    Optional<ComponentModel> parse(TypeElement record, RecordComponentElement component, Map<String, String> docs) {
        // javac knows the position of the field but not of the component, and the field has all annotations.
        Element field = field(record, component);
        List<AnnotationMirror> annotations = new ArrayList<>(field.getAnnotationMirrors());
        annotations.addAll(field.asType().getAnnotationMirrors());
        annotations.addAll(component.getAccessor().getAnnotationMirrors());

        Optional<AnnotationMirror> name = Mirrors.find(component, NAME);
        boolean hasValidNames =
                name.map(annotation -> checkNames(annotation, field)).orElse(true);
        JsonNames names = JsonNames.of(component, field, name);
        if (name.isEmpty()) {
            hasValidNames = checkName(names.name(), field);
            for (String alias : names.aliases()) {
                hasValidNames &= checkName(alias, field);
            }
        }
        Optional<TypeModel> type = type(field, annotations);
        Optional<AnnotationMirror> defaultAnnotation = Mirrors.find(component, DEFAULT);
        Optional<DefaultModel> value = type.flatMap(
                known -> defaultAnnotation.flatMap(annotation -> defaults.parse(annotation, known, field)));
        if (!hasValidNames || type.isEmpty() || (defaultAnnotation.isPresent() && value.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new ComponentModel(
                diagnostics.positionOf(field),
                component.getSimpleName().toString(),
                names.name(),
                names.aliases(),
                type.get(),
                value,
                docs.getOrDefault(component.getSimpleName().toString(), "")));
    }

    private Optional<TypeModel> type(Element field, List<AnnotationMirror> annotations) {
        boolean isNullable = Nullness.isNullable(annotations);
        if (isNullable && field.asType().getKind().isPrimitive()) {
            TypeName primitive = TypeName.get(field.asType());
            diagnostics.error(Problem.NULLABLE_PRIMITIVE, field, field.getSimpleName(), primitive, boxed(primitive));
            return Optional.empty();
        }
        Optional<TypeModel> type = types.element(field.asType(), annotations, field);
        if (isNullable && type.isPresent() && type.get().kind().isOptional()) {
            diagnostics.error(Problem.OPTIONAL_NULLABLE, field, field.getSimpleName());
            return Optional.empty();
        }
        return type;
    }

    private static String boxed(TypeName primitive) {
        return primitive.box().toString().replace("java.lang.", "");
    }

    private boolean checkNames(AnnotationMirror annotation, Element field) {
        boolean isValid = true;
        List<AnnotationValue> names = new ArrayList<>(Mirrors.values(annotation, "alias"));
        names.add(Mirrors.value(annotation, "value"));
        for (AnnotationValue name : names) {
            isValid &= checkName((String) name.getValue(), field);
        }
        return isValid;
    }

    private boolean checkName(String name, Element field) {
        if (name.startsWith("$") || name.equals("__proto__")) {
            diagnostics.error(Problem.COMPONENT_NAME_RESERVED, field, name);
            return false;
        }
        if (UNPAIRED.matcher(name).find()) {
            diagnostics.error(Problem.COMPONENT_NAME_INVALID, field, field.getSimpleName());
            return false;
        }
        return true;
    }

    static Element field(TypeElement record, RecordComponentElement component) {
        return ElementFilter.fieldsIn(record.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
                .<Element>map(field -> field)
                .findFirst()
                .orElse(component);
    }
}
