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

/** Reads the records of one contract, each once for what its type variables stand for. */
final class RecordParser {

    private static final int MOST_COMPONENTS = 64;
    /** A generic record that holds itself of ever larger types would have no end. */
    private static final int MOST_USES = 32;

    private final Diagnostics diagnostics;
    private final Elements elements;
    private final TypeElement contract;
    private final Sources sources;
    private final UnionParser unions;

    /** By use, in the order of reading: how to refer to it, and, once it was read and is right, what it is made of. */
    private final Map<Use, TypeModel> references = new LinkedHashMap<>();

    private final Map<Use, RecordModel> known = new LinkedHashMap<>();
    private final Map<ClassName, EnumModel> enums = new LinkedHashMap<>();

    /** Names of generated methods and constants that are taken, without their case. */
    private final Set<String> ids =
            new HashSet<>(Set.of("TOSERVER", "TOCLIENT", "ANSWERTOSERVER", "ANSWERTOCLIENT")); // the codec's own

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

    /** A record that stands for itself: a message, or a room's key. Empty where it was refused. */
    Optional<RecordModel> parse(TypeElement record, Element where) {
        if (!record.getTypeParameters().isEmpty()) {
            at(record, where).error(Problem.RECORD_GENERIC, record, record.getSimpleName());
            return Optional.empty();
        }
        reference(record, List.of(), where);
        return Optional.ofNullable(known.get(new Use(record, List.of())));
    }

    /**
     * A use of a record; empty where it was refused.
     *
     * @param where what uses it, for mistakes of which the record itself cannot tell
     */
    Optional<TypeModel> reference(TypeElement record, List<TypeModel> arguments, Element where) {
        Use use = new Use(record, arguments);
        TypeModel before = references.get(use);
        if (before != null) {
            return Optional.of(before); // also while it is being read: it may hold itself
        }
        if (!isFit(record, where)) {
            return Optional.empty();
        }
        TypeName type = applied(ClassName.get(record), arguments);
        TypeModel reference = TypeModel.referring(Kind.RECORD, type, id(record, arguments));
        references.put(use, reference);
        read(record, arguments, where, reference).ifPresent(model -> known.put(use, model));
        return Optional.of(reference);
    }

    /** Whether a type stands in the contract's own file, so that all builds see the same of it. */
    boolean isNear(TypeElement type) {
        return Sources.outermost(type).equals(Sources.outermost(contract));
    }

    /** Where generated code will be. */
    PackageElement home() {
        return MoreElements.getPackage(contract);
    }

    /** Whether none of what was read was refused. */
    boolean isComplete() {
        return references.keySet().equals(known.keySet());
    }

    List<String> constantsOf(TypeName enumType) {
        return enums.values().stream()
                .filter(known -> known.type().equals(enumType))
                .flatMap(known -> known.constants().stream())
                .toList();
    }

    boolean isRead(TypeElement record) {
        return references.keySet().stream().anyMatch(use -> use.record().equals(record));
    }

    /** All that are right, in the order of reading. */
    List<RecordModel> all() {
        return references.keySet().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** A use of an enum. */
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

    /** Tells of a type where it is, or at what uses it where the compiler does not have its source. */
    Diagnostics at(TypeElement type, Element where) {
        return sources.has(type) ? diagnostics : diagnostics.forCompiledType(type.getQualifiedName(), where);
    }

    private boolean isFit(TypeElement record, Element where) {
        Diagnostics told = at(record, where);
        if (!Mirrors.isReachable(record, home())) {
            told.error(Problem.RECORD_INACCESSIBLE, record, record.getSimpleName());
            return false;
        }
        int count = record.getRecordComponents().size();
        if (count > MOST_COMPONENTS) {
            told.error(Problem.RECORD_TOO_LARGE, record, record.getSimpleName(), count);
            return false;
        }
        if (uses(record) >= MOST_USES) {
            told.error(
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
                told.error(Problem.RECORD_CONSTRAINED, record, annotation, name, record.getSimpleName());
                return false;
            }
        }
        Optional<String> lost = sources.lostAnnotation(record);
        lost.ifPresent(annotation -> told.error(
                Problem.RECORD_ANNOTATION_LOST,
                record,
                record.getSimpleName(),
                annotation,
                Runtime.version().feature()));
        Optional<String> unknown = sources.unknownConstraint(record);
        unknown.ifPresent(
                annotation -> told.error(Problem.CONSTRAINT_CLASS_MISSING, record, record.getSimpleName(), annotation));
        return lost.isEmpty() && unknown.isEmpty();
    }

    private long uses(TypeElement record) {
        return references.keySet().stream()
                .filter(use -> use.record().equals(record))
                .count();
    }

    private Optional<RecordModel> read(
            TypeElement record, List<TypeModel> arguments, Element where, TypeModel reference) {
        Diagnostics told = at(record, where);
        ConstraintParser constraints = new ConstraintParser(told);
        TypeParser types = new TypeParser(told, this, constraints, Bindings.of(record, arguments));
        ComponentParser components = new ComponentParser(told, types, this);
        List<ComponentModel> read = new ArrayList<>();
        Set<String> names = new HashSet<>();
        boolean isRight = true;
        for (RecordComponentElement component : record.getRecordComponents()) {
            Optional<ComponentModel> model = components.parse(record, component);
            isRight &= model.isPresent();
            if (model.isPresent()) {
                isRight &= isNew(model.get(), names, record, component, told);
                read.add(model.get());
            }
        }
        return isRight
                ? Optional.of(
                        new RecordModel(reference.name(), reference.reference().orElseThrow(), read, mayRefuse(record)))
                : Optional.empty();
    }

    private static boolean isNew(
            ComponentModel model,
            Set<String> names,
            TypeElement record,
            RecordComponentElement component,
            Diagnostics told) {
        List<String> own = new ArrayList<>(model.aliases());
        own.add(model.jsonName());
        for (String name : own) {
            if (!names.add(name)) {
                Element field = ComponentParser.field(record, component);
                told.error(Problem.COMPONENT_NAME_DUPLICATE, field, record.getSimpleName(), name);
                return false;
            }
        }
        return true;
    }

    /**
     * The names from the contract down: {@code Line} for {@code Chat.Line}, {@code OrderLine} for {@code Chat.Order.Line},
     * {@code PageLine} for {@code Page<Line>}; a number makes it unique.
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

    /** A type with its arguments, if it has any. */
    static TypeName applied(ClassName type, List<TypeModel> arguments) {
        TypeName[] names =
                arguments.stream().map(argument -> argument.name().box()).toArray(TypeName[]::new);
        return names.length == 0 ? type : ParameterizedTypeName.get(type, names);
    }

    /** Whether somebody wrote the canonical constructor, or the compact form of it; of what is compiled nobody can tell. */
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
