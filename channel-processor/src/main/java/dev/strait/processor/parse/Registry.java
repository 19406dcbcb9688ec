package dev.strait.processor.parse;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.squareup.javapoet.ArrayTypeName;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.EnumModel;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import dev.strait.processor.model.UnionModel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The types that the parsers of one contract have met: references to records, sealed interfaces and enums, and the models
 * of those that are parsed. A reference may be used before its type is parsed, because types may contain themselves; the
 * type then waits in {@link #nextPending}. Each type is parsed once for every combination of type arguments.
 */
final class Registry {

    private static final int MAX_COMPONENTS = 64;
    /** Stops generic records that contain themselves with different type arguments at each level. */
    private static final int MAX_USES = 32;

    private final Diagnostics diagnostics;
    private final TypeElement contract;
    private final Sources sources;

    /** The references to records, in order of use. */
    private final Map<Use, TypeModel> records = new LinkedHashMap<>();

    private final Map<Use, RecordModel> parsedRecords = new LinkedHashMap<>();
    /** The references to sealed interfaces, in order of use. */
    private final Map<Use, TypeModel> unions = new LinkedHashMap<>();

    private final Map<Use, UnionModel> parsedUnions = new LinkedHashMap<>();
    private final Map<ClassName, EnumModel> enums = new LinkedHashMap<>();
    private final Deque<Pending> pending = new ArrayDeque<>();
    /** The types whose annotations were checked. */
    private final Set<TypeElement> checkedTypes = new HashSet<>();

    /** The ids in use, in upper case. The codec uses the first four for its own methods. */
    private final Set<String> ids = new HashSet<>(Set.of("TOSERVER", "TOCLIENT", "ANSWERTOSERVER", "ANSWERTOCLIENT"));

    private final Set<TypeElement> frameTypes = new HashSet<>();

    Registry(Diagnostics diagnostics, TypeElement contract, Sources sources) {
        this.diagnostics = diagnostics;
        this.contract = contract;
        this.sources = sources;
    }

    /** A type with its type arguments. */
    private record Use(TypeElement type, List<TypeModel> arguments) {}

    /**
     * A record or sealed interface that is referred to and has to be parsed.
     *
     * @param usedBy the position of diagnostics if the type has no source
     */
    record Pending(TypeElement type, List<TypeModel> arguments, Element usedBy, TypeModel reference) {

        boolean isRecord() {
            return type.getKind() == ElementKind.RECORD;
        }
    }

    /**
     * Returns a reference to a record; empty if an error was reported.
     *
     * @param usedBy the position of diagnostics if the record has no source
     */
    Optional<TypeModel> record(TypeElement record, List<TypeModel> arguments, Element usedBy) {
        Use use = new Use(record, arguments);
        TypeModel known = records.get(use);
        if (known != null) {
            return Optional.of(known);
        }
        checkAnnotations(record, usedBy);
        if (!isSupported(record, usedBy)) {
            return Optional.empty();
        }
        return Optional.of(refer(Kind.RECORD, use, usedBy, records));
    }

    /** Returns types in the order of their declaration. */
    List<TypeElement> inSourceOrder(List<? extends TypeMirror> types) {
        return SourceOrder.of(types, sources);
    }

    /** Returns a reference to a sealed interface. */
    TypeModel union(TypeElement union, List<TypeModel> arguments, Element usedBy) {
        Use use = new Use(union, arguments);
        TypeModel known = unions.get(use);
        if (known != null) {
            return known;
        }
        checkAnnotations(union, usedBy);
        return refer(Kind.UNION, use, usedBy, unions);
    }

    /** Reports annotations of a type that have no effect. Each type is checked once. */
    void checkAnnotations(TypeElement type, Element usedBy) {
        if (checkedTypes.add(type)) {
            Discriminators.check(type, diagnosticsFor(type, usedBy));
            AnnotationRules rules = new AnnotationRules(diagnosticsFor(type, usedBy), discriminatorOf(type));
            rules.checkType(type);
            rules.checkSupertypes(type, checkedTypes::contains);
        }
    }

    /** Returns the property that tells the records of a sealed interface apart, or that names a record. */
    String discriminatorOf(TypeElement type) {
        return new Discriminators(contract).of(type);
    }

    /** Returns the property for the type of a component: that of the contract if the type is not declared. */
    String discriminatorOf(TypeMirror type) {
        return discriminatorOf(type.getKind() == TypeKind.DECLARED ? MoreTypes.asTypeElement(type) : contract);
    }

    /** Records that a type is that of a direction or of an answer. */
    void addFrameType(TypeElement type) {
        frameTypes.add(type);
    }

    /** Returns whether the discriminator of a sealed interface is written: in frames, or in components of this type. */
    boolean isDiscriminatorWritten(TypeElement type) {
        return frameTypes.contains(type)
                || unions.keySet().stream().anyMatch(use -> use.type().equals(type));
    }

    private TypeModel refer(Kind kind, Use use, Element usedBy, Map<Use, TypeModel> references) {
        TypeName name = applied(ClassName.get(use.type()), use.arguments());
        TypeModel reference = TypeModel.referring(kind, name, id(use.type(), use.arguments()));
        references.put(use, reference);
        pending.add(new Pending(use.type(), use.arguments(), usedBy, reference));
        return reference;
    }

    /** Returns a reference to an enum. */
    TypeModel enumeration(TypeElement type, Element usedBy) {
        checkAnnotations(type, usedBy);
        ClassName name = ClassName.get(type);
        enums.putIfAbsent(name, new EnumModel(name, sources.constants(type)));
        return TypeModel.of(Kind.ENUM, name);
    }

    /** Removes and returns the next type to parse; null if there is none. */
    @Nullable
    Pending nextPending() {
        return pending.poll();
    }

    void add(Pending type, RecordModel model) {
        parsedRecords.put(new Use(type.type(), type.arguments()), model);
    }

    void add(Pending type, UnionModel model) {
        parsedUnions.put(new Use(type.type(), type.arguments()), model);
    }

    /** Returns the model of a record without type arguments; empty if it is invalid or not parsed yet. */
    Optional<RecordModel> parsed(TypeElement record) {
        return Optional.ofNullable(parsedRecords.get(new Use(record, List.of())));
    }

    /** Returns whether all records are valid. */
    boolean isComplete() {
        return records.keySet().equals(parsedRecords.keySet());
    }

    List<String> constantsOf(TypeName enumType) {
        return enums.values().stream()
                .filter(model -> model.type().equals(enumType))
                .flatMap(model -> model.constants().stream())
                .toList();
    }

    boolean isUsed(TypeElement record) {
        return records.keySet().stream().anyMatch(use -> use.type().equals(record));
    }

    /** Returns the valid records, in order of use. */
    List<RecordModel> allRecords() {
        return records.keySet().stream()
                .map(parsedRecords::get)
                .filter(Objects::nonNull)
                .toList();
    }

    List<EnumModel> allEnums() {
        return List.copyOf(enums.values());
    }

    List<UnionModel> allUnions() {
        return List.copyOf(parsedUnions.values());
    }

    /** Returns whether a type is in the file of the contract, and thus always compiled from source. */
    boolean isInContractFile(TypeElement type) {
        return Sources.topLevelType(type).equals(Sources.topLevelType(contract));
    }

    /** Returns the package of generated code. */
    PackageElement generatedPackage() {
        return MoreElements.getPackage(contract);
    }

    /** Returns diagnostics that report problems of a type at the type, or at what uses it if the type has no source. */
    Diagnostics diagnosticsFor(TypeElement type, Element usedBy) {
        return sources.has(type) ? diagnostics : diagnostics.forCompiledType(type.getQualifiedName(), usedBy);
    }

    private boolean isSupported(TypeElement record, Element usedBy) {
        Diagnostics recordDiagnostics = diagnosticsFor(record, usedBy);
        if (!Mirrors.isAccessible(record, generatedPackage())) {
            recordDiagnostics.error(
                    Problem.RECORD_INACCESSIBLE, record, record.getSimpleName(), Mirrors.accessFix(record));
            return false;
        }
        int count = record.getRecordComponents().size();
        if (count > MAX_COMPONENTS) {
            recordDiagnostics.error(Problem.RECORD_TOO_LARGE, record, record.getSimpleName(), count);
            return false;
        }
        if (uses(record) >= MAX_USES) {
            recordDiagnostics.error(
                    Problem.RECORD_INFINITE,
                    record,
                    record.getSimpleName(),
                    "with different type arguments at each level, so it expands without end",
                    "Use the same type arguments at every level.");
            return false;
        }
        for (AnnotationMirror annotation : record.getAnnotationMirrors()) {
            if (ConstraintParser.isConstraint(annotation)) {
                String name = Mirrors.simpleNameOf(annotation);
                recordDiagnostics.error(Problem.RECORD_CONSTRAINED, record, annotation, name, record.getSimpleName());
                return false;
            }
        }
        Optional<String> lost = sources.lostAnnotation(record);
        lost.ifPresent(annotation -> recordDiagnostics.error(
                Problem.RECORD_ANNOTATION_LOST,
                record,
                record.getSimpleName(),
                annotation,
                Runtime.version().feature()));
        Optional<String> unknown = sources.unknownConstraint(record);
        unknown.ifPresent(annotation ->
                recordDiagnostics.error(Problem.CONSTRAINT_CLASS_MISSING, record, record.getSimpleName(), annotation));
        return lost.isEmpty() && unknown.isEmpty();
    }

    private long uses(TypeElement record) {
        return records.keySet().stream()
                .filter(use -> use.type().equals(record))
                .count();
    }

    /**
     * Returns a new id, which joins the simple names below the contract and of the type arguments: {@code Line} for
     * {@code Chat.Line}, {@code OrderLine} for {@code Chat.Order.Line}, {@code PageLine} for {@code Page<Line>}. A
     * number makes it unique.
     */
    private String id(TypeElement type, List<TypeModel> arguments) {
        StringBuilder names = new StringBuilder();
        for (Element at = type; at instanceof TypeElement && !at.equals(contract); at = at.getEnclosingElement()) {
            names.insert(0, at.getSimpleName());
        }
        arguments.forEach(argument -> names.append(simple(argument.name())));
        String id = names.toString();
        for (int i = 2; !ids.add(id.toUpperCase(Locale.ROOT)); i++) {
            id = names.toString() + i;
        }
        return id;
    }

    private static String simple(TypeName type) {
        if (type instanceof ArrayTypeName array) {
            return simple(array.componentType.box()) + "s";
        }
        if (type instanceof ParameterizedTypeName generic) {
            StringBuilder names = new StringBuilder(generic.rawType.simpleName());
            generic.typeArguments.forEach(argument -> names.append(simple(argument)));
            return names.toString();
        }
        return ((ClassName) type.box()).simpleName();
    }

    /** Applies type arguments to a type, if there are any. */
    static TypeName applied(ClassName type, List<TypeModel> arguments) {
        TypeName[] names =
                arguments.stream().map(argument -> argument.name().box()).toArray(TypeName[]::new);
        return names.length == 0 ? type : ParameterizedTypeName.get(type, names);
    }
}
