package dev.strait.processor.parse;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Annotations of other libraries that would change the JSON or the validation of a record. Strait honors three of Jackson
 * and ignores those that change nothing. Any other is an error, because a silently ignored {@code @JsonIgnore} would
 * publish a secret.
 */
final class ForeignAnnotation {

    private static final String JACKSON = "com.fasterxml.jackson.annotation.";
    private static final String JAVAX_VALIDATION = "javax.validation.";
    private static final String REMOVE_IT = "Remove the annotation.";

    /** The packages, with a dot at the end, of annotations that are errors unless they are known to be harmless. */
    private static final List<String> PACKAGES = List.of(
            "com.fasterxml.jackson.",
            "tools.jackson.",
            "jakarta.json.bind.",
            "javax.json.bind.",
            "com.google.gson.annotations.",
            JAVAX_VALIDATION);

    /** Annotations that have no effect on the JSON of a record, and those that {@link JsonNames} and others honor. */
    private static final Set<String> HARMLESS = Set.of(
            "JsonAlias",
            "JsonClassDescription",
            "JsonPropertyDescription",
            "JsonPropertyOrder",
            "JsonRootName",
            "JsonTypeName",
            "JsonbPropertyOrder");

    /** Annotations that mark other annotations. */
    private static final Set<String> MARKERS =
            Set.of("JacksonAnnotation", "JacksonAnnotationsInside", "JsonbAnnotation");

    private static final String LEAVE_OUT = "Use a record without this component.";
    private static final String ADAPT = "Name an adapter with @Json, or use a type with this form.";
    private static final String ABSENCE =
            "Use Optional for a value that is left out, and @Nullable for one that is written as null.";

    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("JsonIgnore", LEAVE_OUT),
            Map.entry("JsonIgnoreProperties", "Use a record without these components."),
            Map.entry("JsonIncludeProperties", "Use a record without the other components."),
            Map.entry("JsonIgnoreType", LEAVE_OUT),
            Map.entry("JsonView", LEAVE_OUT),
            Map.entry("JsonbTransient", LEAVE_OUT),
            Map.entry("Expose", LEAVE_OUT),
            Map.entry("JsonValue", ADAPT),
            Map.entry("JsonCreator", ADAPT),
            Map.entry("JsonFormat", ADAPT),
            Map.entry("JsonRawValue", "Use JsonNode."),
            Map.entry("JsonSerialize", ADAPT),
            Map.entry("JsonDeserialize", ADAPT),
            Map.entry("JsonAdapter", ADAPT),
            Map.entry("JsonbTypeAdapter", ADAPT),
            Map.entry("JsonbTypeSerializer", ADAPT),
            Map.entry("JsonbTypeDeserializer", ADAPT),
            Map.entry("JsonbDateFormat", ADAPT),
            Map.entry("JsonbNumberFormat", ADAPT),
            Map.entry("JsonNaming", "Set JSON names with @Name."),
            Map.entry("SerializedName", "Set the JSON name with @Name."),
            Map.entry("JsonbProperty", "Set the JSON name with @Name."),
            Map.entry("JsonGetter", "Set the JSON name with @Name."),
            Map.entry("JsonSetter", "Set the JSON name with @Name."),
            Map.entry("JsonUnwrapped", "Declare its components here instead."),
            Map.entry("JsonInclude", ABSENCE),
            Map.entry("JsonbNillable", ABSENCE),
            Map.entry(
                    "JsonTypeInfo",
                    "The name of the type is in the property that @Discriminator names, or else in \"type\"."),
            Map.entry("JsonSubTypes", "Set the same names with @Type."),
            Map.entry("JsonTypeId", "Set the name with @Type."));

    private ForeignAnnotation() {}

    /** Returns how to replace an annotation that Strait would ignore; empty if it may stay. */
    static Optional<String> advice(AnnotationMirror annotation) {
        return isForeign(annotation) ? adviceForForeign(annotation) : adviceForComposed(annotation, new HashSet<>());
    }

    private static boolean isForeign(AnnotationMirror annotation) {
        String name = Mirrors.nameOf(annotation);
        return PACKAGES.stream().anyMatch(name::startsWith);
    }

    private static Optional<String> adviceForForeign(AnnotationMirror annotation) {
        String name = Mirrors.simpleNameOf(annotation);
        if (Mirrors.nameOf(annotation).startsWith(JAVAX_VALIDATION)) {
            return Optional.of("Use the annotation of that name in jakarta.validation.");
        }
        if (HARMLESS.contains(name) || MARKERS.contains(name)) {
            return Optional.empty();
        }
        if (Mirrors.nameOf(annotation).startsWith(JACKSON)) {
            if (name.equals("JsonProperty")) {
                return adviceForProperty(annotation);
            }
            boolean isHarmless = switch (name) {
                case "JsonIgnoreProperties" ->
                    isTrueOf(annotation, "ignoreUnknown")
                            && textsOf(annotation, "value").isEmpty();
                case "JsonSubTypes" -> hasWireNames(annotation);
                default -> false;
            };
            if (isHarmless) {
                return Optional.empty();
            }
        }
        return Optional.of(ADVICE.getOrDefault(name, REMOVE_IT));
    }

    private static Optional<String> adviceForProperty(AnnotationMirror property) {
        String access = Mirrors.value(property, "access").getValue().toString();
        if (!access.equals("AUTO") && !access.equals("READ_WRITE")) {
            return Optional.of(LEAVE_OUT);
        }
        return Mirrors.string(property, "defaultValue").isEmpty()
                ? Optional.empty()
                : Optional.of("Set the default with @Default.");
    }

    /** Returns whether an annotation says that the type is written as Strait writes it. */
    static boolean isTypeInfo(AnnotationMirror info, String discriminator) {
        return Mirrors.nameOf(info).equals(JACKSON + "JsonTypeInfo")
                && Mirrors.value(info, "use").getValue().toString().equals("NAME")
                && Mirrors.value(info, "include").getValue().toString().equals("PROPERTY")
                && Mirrors.string(info, "property").equals(discriminator);
    }

    private static boolean hasWireNames(AnnotationMirror subTypes) {
        for (AnnotationValue value : Mirrors.values(subTypes, "value")) {
            AnnotationMirror subType = (AnnotationMirror) value.getValue();
            if (Mirrors.value(subType, "value").getValue() instanceof DeclaredType type) {
                String name = Mirrors.string(subType, "name");
                boolean isSame = name.isEmpty() || name.equals(WireNames.of((TypeElement) type.asElement()));
                if (!isSame || !textsOf(subType, "names").isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isTrueOf(AnnotationMirror annotation, String attribute) {
        return Boolean.TRUE.equals(Mirrors.value(annotation, attribute).getValue());
    }

    private static List<AnnotationValue> textsOf(AnnotationMirror annotation, String attribute) {
        return Mirrors.has(annotation, attribute) ? Mirrors.values(annotation, attribute) : List.of();
    }

    /** Returns the advice for an annotation that bundles others, which Strait does not open. */
    private static Optional<String> adviceForComposed(AnnotationMirror annotation, Set<String> visited) {
        if (!visited.add(Mirrors.nameOf(annotation))) {
            return Optional.empty();
        }
        for (AnnotationMirror part : annotation.getAnnotationType().asElement().getAnnotationMirrors()) {
            if (isForeign(part)) {
                boolean isMarker = MARKERS.contains(Mirrors.simpleNameOf(part));
                if (!isMarker) {
                    return Optional.of(
                            "It stands for @" + Mirrors.simpleNameOf(part) + ", which Strait does not look up. "
                                    + adviceForForeign(part).orElse("Write that annotation itself."));
                }
            } else {
                Optional<String> inside = adviceForComposed(part, visited);
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return Optional.empty();
    }
}
