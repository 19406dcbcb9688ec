package dev.strait.processor.parse;

import com.google.auto.common.MoreElements;
import com.squareup.javapoet.ArrayTypeName;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.diagnostic.Diagnostics;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.EnumModel;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import dev.strait.processor.model.UnionModel;
import java.util.ArrayList;
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
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Parses the records of a contract, each once for every combination of type arguments. */
final class RecordParser {

    private static final int MAX_COMPONENTS = 64;
    /** Stops generic records that contain themselves with different type arguments at each level. */
    private static final int MAX_USES = 32;

    private final Diagnostics diagnostics;
    private final Elements elements;
    private final TypeElement contract;
    private final Sources sources;
    private final UnionParser unions;

    /** The references to records, in order of use. */
    private final Map<Use, TypeModel> references = new LinkedHashMap<>();

    /** The valid records that are completely parsed. */
    private final Map<Use, RecordModel> parsed = new LinkedHashMap<>();

    private final Map<ClassName, EnumModel> enums = new LinkedHashMap<>();

    /** The ids in use, in upper case. The codec uses the first four for its own methods. */
    private final Set<String> ids = new HashSet<>(Set.of("TOSERVER", "TOCLIENT", "ANSWERTOSERVER", "ANSWERTOCLIENT"));

    RecordParser(Diagnostics diagnostics, Elements elements, TypeElement contract, Sources sources) {
        this.diagnostics = diagnostics;
        this.elements = elements;
        this.contract = contract;
        this.sources = sources;
        this.unions = new UnionParser(this);
    }

    private record Use(TypeElement record, List<TypeModel> arguments) {}

    UnionParser unions() {
        return unions;
    }

    /** Returns a message or room key; empty if an error was reported. */
    Optional<RecordModel> parse(TypeElement record, Element usedBy) {
        if (!record.getTypeParameters().isEmpty()) {
            diagnosticsFor(record, usedBy).error(Problem.RECORD_GENERIC, record, record.getSimpleName());
            return Optional.empty();
        }
        reference(record, List.of(), usedBy);
        return Optional.ofNullable(parsed.get(new Use(record, List.of())));
    }

    /**
     * Returns a reference to a record; empty if an error was reported.
     *
     * @param usedBy the position of diagnostics if the record has no source
     */
    Optional<TypeModel> reference(TypeElement record, List<TypeModel> arguments, Element usedBy) {
        Use use = new Use(record, arguments);
        TypeModel existing = references.get(use);
        if (existing != null) {
            return Optional.of(existing); // possibly still being parsed: records may contain themselves
        }
        if (!isSupported(record, usedBy)) {
            return Optional.empty();
        }
        TypeName type = applied(ClassName.get(record), arguments);
        TypeModel reference = TypeModel.referring(Kind.RECORD, type, id(record, arguments));
        references.put(use, reference);
        parseComponents(record, arguments, usedBy, reference).ifPresent(model -> parsed.put(use, model));
        return Optional.of(reference);
    }

    /** Returns whether a type is in the file of the contract, and thus always compiled from source. */
    boolean isInContractFile(TypeElement type) {
        return Sources.topLevelType(type).equals(Sources.topLevelType(contract));
    }

    /** Returns the package of generated code. */
    PackageElement generatedPackage() {
        return MoreElements.getPackage(contract);
    }

    /** Returns whether all records are valid. */
    boolean isComplete() {
        return references.keySet().equals(parsed.keySet());
    }

    List<String> constantsOf(TypeName enumType) {
        return enums.values().stream()
                .filter(model -> model.type().equals(enumType))
                .flatMap(model -> model.constants().stream())
                .toList();
    }

    boolean isUsed(TypeElement record) {
        return references.keySet().stream().anyMatch(use -> use.record().equals(record));
    }

    /** Returns the valid records, in order of use. */
    List<RecordModel> all() {
        return references.keySet().stream()
                .map(parsed::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Returns a reference to an enum. */
    TypeModel reference(TypeElement type) {
        ClassName name = ClassName.get(type);
        List<String> constants = type.getEnclosedElements().stream()
                .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
                .map(element -> element.getSimpleName().toString())
                .toList();
        enums.putIfAbsent(name, new EnumModel(name, constants));
        return TypeModel.of(Kind.ENUM, name);
    }

    List<EnumModel> allEnums() {
        return List.copyOf(enums.values());
    }

    List<UnionModel> allUnions() {
        return unions.all();
    }

    /** Returns diagnostics that report problems of a type at the type, or at what uses it if the type has no source. */
    Diagnostics diagnosticsFor(TypeElement type, Element usedBy) {
        return sources.has(type) ? diagnostics : diagnostics.forCompiledType(type.getQualifiedName(), usedBy);
    }

    private boolean isSupported(TypeElement record, Element usedBy) {
        Diagnostics recordDiagnostics = diagnosticsFor(record, usedBy);
        if (!Mirrors.isAccessible(record, generatedPackage())) {
            recordDiagnostics.error(Problem.RECORD_INACCESSIBLE, record, record.getSimpleName());
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
        return references.keySet().stream()
                .filter(use -> use.record().equals(record))
                .count();
    }

    private Optional<RecordModel> parseComponents(
            TypeElement record, List<TypeModel> arguments, Element usedBy, TypeModel reference) {
        Diagnostics recordDiagnostics = diagnosticsFor(record, usedBy);
        ConstraintParser constraints = new ConstraintParser(recordDiagnostics);
        TypeParser types = new TypeParser(recordDiagnostics, this, constraints, Bindings.of(record, arguments));
        ComponentParser components = new ComponentParser(recordDiagnostics, types, this);
        List<ComponentModel> models = new ArrayList<>();
        Set<String> names = new HashSet<>();
        boolean isValid = true;
        for (RecordComponentElement component : record.getRecordComponents()) {
            Optional<ComponentModel> model = components.parse(record, component);
            isValid &= model.isPresent();
            if (model.isPresent()) {
                isValid &= hasUniqueNames(model.get(), names, record, component, recordDiagnostics);
                models.add(model.get());
            }
        }
        return isValid
                ? Optional.of(new RecordModel(
                        reference.name(), reference.reference().orElseThrow(), models, mayRefuse(record)))
                : Optional.empty();
    }

    private static boolean hasUniqueNames(
            ComponentModel model,
            Set<String> names,
            TypeElement record,
            RecordComponentElement component,
            Diagnostics recordDiagnostics) {
        List<String> jsonNames = new ArrayList<>(model.aliases());
        jsonNames.add(model.jsonName());
        for (String name : jsonNames) {
            if (!names.add(name)) {
                Element field = ComponentParser.field(record, component);
                recordDiagnostics.error(Problem.COMPONENT_NAME_DUPLICATE, field, record.getSimpleName(), name);
                return false;
            }
        }
        return true;
    }

    /**
     * Returns a new id, which joins the simple names below the contract and of the type arguments: {@code Line} for
     * {@code Chat.Line}, {@code OrderLine} for {@code Chat.Order.Line}, {@code PageLine} for {@code Page<Line>}. A
     * number makes it unique.
     */
    String id(TypeElement type, List<TypeModel> arguments) {
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

    /** Returns whether the canonical constructor is explicit. Assumes so for records from class files. */
    private boolean mayRefuse(TypeElement record) {
        if (!sources.has(record)) {
            return true;
        }
        int count = record.getRecordComponents().size();
        for (ExecutableElement constructor : ElementFilter.constructorsIn(record.getEnclosedElements())) {
            if (constructor.getParameters().size() == count
                    && elements.getOrigin(constructor) == Elements.Origin.EXPLICIT) {
                return true;
            }
        }
        return false;
    }
}
