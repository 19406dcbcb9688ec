package dev.strait.processor.parse;

import com.google.auto.common.MoreTypes;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the type of a component, with what it holds and the constraints on that. */
final class TypeParser {

    private static final Map<String, Kind> BOXES = Map.of(
            "java.lang.Boolean", Kind.BOOLEAN,
            "java.lang.Byte", Kind.BYTE,
            "java.lang.Short", Kind.SHORT,
            "java.lang.Integer", Kind.INT,
            "java.lang.Long", Kind.LONG,
            "java.lang.Float", Kind.FLOAT,
            "java.lang.Double", Kind.DOUBLE,
            "java.lang.Character", Kind.CHAR);

    private static final Map<String, Kind> PLAIN = Map.of(
            "java.lang.String", Kind.STRING,
            "java.math.BigInteger", Kind.BIG_INTEGER,
            "java.math.BigDecimal", Kind.BIG_DECIMAL,
            "com.fasterxml.jackson.databind.JsonNode", Kind.JSON_NODE,
            "java.util.OptionalInt", Kind.OPTIONAL_INT,
            "java.util.OptionalLong", Kind.OPTIONAL_LONG,
            "java.util.OptionalDouble", Kind.OPTIONAL_DOUBLE);

    private static final Map<String, Kind> HOLDERS = Map.of(
            "java.util.Optional", Kind.OPTIONAL,
            "java.util.List", Kind.LIST,
            "java.util.Set", Kind.SET,
            "java.util.Map", Kind.MAP);

    /** By type, the constant of TextFormat. */
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("java.util.UUID", "UUID"),
            Map.entry("java.time.Instant", "INSTANT"),
            Map.entry("java.time.LocalDate", "LOCAL_DATE"),
            Map.entry("java.time.LocalTime", "LOCAL_TIME"),
            Map.entry("java.time.LocalDateTime", "LOCAL_DATE_TIME"),
            Map.entry("java.time.OffsetDateTime", "OFFSET_DATE_TIME"),
            Map.entry("java.time.OffsetTime", "OFFSET_TIME"),
            Map.entry("java.time.ZonedDateTime", "ZONED_DATE_TIME"),
            Map.entry("java.time.Duration", "DURATION"),
            Map.entry("java.time.Period", "PERIOD"),
            Map.entry("java.time.Year", "YEAR"),
            Map.entry("java.time.YearMonth", "YEAR_MONTH"),
            Map.entry("java.time.MonthDay", "MONTH_DAY"),
            Map.entry("java.time.ZoneId", "ZONE_ID"),
            Map.entry("java.time.ZoneOffset", "ZONE_OFFSET"));

    /** Types of the contract's future, and what to use until then. */
    private static final Map<String, String> NOT_YET =
            Map.of("java.util.Collection", "List or Set", "java.net.URI", "String");

    private final Diagnostics diagnostics;
    private final RecordParser records;
    private final ConstraintParser constraints;
    private final AdapterParser adapters;

    TypeParser(Diagnostics diagnostics, RecordParser records, ConstraintParser constraints) {
        this.diagnostics = diagnostics;
        this.records = records;
        this.constraints = constraints;
        this.adapters = new AdapterParser(diagnostics);
    }

    /** The type of a component, without the constraints on the component itself; empty where it was refused. */
    Optional<TypeModel> parse(TypeMirror type, Element component) {
        TypeName name = TypeName.get(type);
        Optional<AnnotationMirror> json = AdapterParser.find(type);
        if (json.isPresent()) {
            return adapters.parse(json.get(), type, component);
        }
        if (type.getKind().isPrimitive()) {
            return Optional.of(TypeModel.of(Kind.valueOf(type.getKind().name()), name));
        }
        if (type.getKind() == TypeKind.ARRAY) {
            boolean isBytes = type.toString().endsWith("byte[]");
            return refuse(Problem.TYPE_NOT_YET, component, type, isBytes ? "a String in base64" : "a List of it");
        }
        if (type.getKind() == TypeKind.ERROR) {
            return Optional.empty(); // the compiler says that there is no such type
        }
        if (type.getKind() != TypeKind.DECLARED) {
            return refuse(Problem.TYPE_UNSUPPORTED, component, type);
        }
        DeclaredType declared = MoreTypes.asDeclared(type);
        TypeElement element = MoreTypes.asTypeElement(type);
        String qualified = element.getQualifiedName().toString();
        if (BOXES.containsKey(qualified)) {
            return Optional.of(TypeModel.of(BOXES.get(qualified), name));
        }
        if (PLAIN.containsKey(qualified)) {
            return Optional.of(TypeModel.of(PLAIN.get(qualified), name));
        }
        if (TEXTS.containsKey(qualified)) {
            return Optional.of(TypeModel.referring(Kind.TEXT, name, TEXTS.get(qualified)));
        }
        if (HOLDERS.containsKey(qualified)) {
            return holder(HOLDERS.get(qualified), declared, component);
        }
        if (NOT_YET.containsKey(qualified)) {
            return refuse(Problem.TYPE_NOT_YET, component, type, NOT_YET.get(qualified));
        }
        return own(element, type, component);
    }

    /** An enum or a record. */
    private Optional<TypeModel> own(TypeElement element, TypeMirror type, Element component) {
        if (element.getKind() == ElementKind.ENUM && Mirrors.isReachable(element)) {
            return Optional.of(TypeModel.of(Kind.ENUM, ClassName.get(element)));
        }
        if (element.getKind() == ElementKind.RECORD) {
            return records.parse(element, component).map(record -> record(record));
        }
        if (element.getKind() == ElementKind.INTERFACE && element.getModifiers().contains(Modifier.SEALED)) {
            return refuse(Problem.TYPE_NOT_YET, component, type, "a record with optional components");
        }
        return refuse(Problem.TYPE_UNSUPPORTED, component, type);
    }

    private static TypeModel record(RecordModel record) {
        return TypeModel.referring(Kind.RECORD, record.type(), record.id());
    }

    private Optional<TypeModel> holder(Kind kind, DeclaredType type, Element component) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        if (arguments.isEmpty()) {
            diagnostics.error(Problem.TYPE_RAW, component, component.getSimpleName(), simple(type));
            return Optional.empty();
        }
        if (kind == Kind.MAP && !MoreTypes.isTypeOf(String.class, arguments.get(0))) {
            diagnostics.error(Problem.MAP_KEY, component, component.getSimpleName(), simple(arguments.get(0)));
            return Optional.empty();
        }
        if (kind == Kind.MAP && constraints.isAny(arguments.get(0).getAnnotationMirrors())) {
            diagnostics.error(
                    Problem.CONSTRAINT_NOT_YET,
                    component,
                    Mirrors.simpleNameOf(arguments.get(0).getAnnotationMirrors().get(0)) + " on the keys of a map",
                    "a check in the record's constructor");
            return Optional.empty();
        }
        TypeMirror held = arguments.get(arguments.size() - 1);
        Optional<TypeModel> argument = parse(held, component);
        if (argument.isPresent() && argument.get().kind().isOptional()) {
            diagnostics.error(Problem.OPTIONAL_INSIDE, component, component.getSimpleName());
            return Optional.empty();
        }
        boolean isNullable = Nullness.isNullable(held.getAnnotationMirrors());
        return argument.flatMap(
                        of -> constraints.parse(held.getAnnotationMirrors(), of.nullable(isNullable), component))
                .map(of -> TypeModel.holding(kind, TypeName.get(type), of));
    }

    private Optional<TypeModel> refuse(Problem problem, Element component, TypeMirror type, Object... more) {
        List<Object> names = new ArrayList<>(List.of(component.getSimpleName(), simple(type)));
        names.addAll(List.of(more));
        diagnostics.error(problem, component, names.toArray());
        return Optional.empty();
    }

    /** A type as its author reads it. */
    static String simple(TypeMirror type) {
        return Nullness.strip(type.toString()).replaceAll("\\b[a-z_][a-z0-9_]*\\.(?=[A-Za-z_])", "");
    }
}
