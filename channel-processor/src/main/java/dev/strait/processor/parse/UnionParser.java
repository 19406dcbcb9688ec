package dev.strait.processor.parse;

import com.google.auto.common.MoreTypes;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.UnionModel;
import dev.strait.processor.model.VariantModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Parses sealed interfaces, and finds the records below them. */
final class UnionParser {

    private static final Pattern PACKAGES = Pattern.compile("(?:[a-z_][a-z0-9_]*\\.)+");

    private final Registry registry;
    /** Sealed interfaces below others, each with the one above. */
    private final Map<TypeElement, TypeElement> groups = new LinkedHashMap<>();

    UnionParser(Registry registry) {
        this.registry = registry;
    }

    /** A record of a union with its id. */
    record Member(TypeElement record, String id) {}

    /** A record below a sealed interface with its type arguments. */
    private record Variant(TypeElement record, List<TypeModel> arguments) {}

    /** Parses a sealed interface. */
    UnionModel parse(Registry.Pending pending) {
        Element usedBy = pending.usedBy();
        List<Variant> found = variants(pending.type(), pending.arguments(), usedBy);
        List<VariantModel> variants = new ArrayList<>();
        Map<String, TypeElement> names = new LinkedHashMap<>();
        for (Variant variant : found) {
            String wireName = WireNames.of(variant.record());
            WireNames.check(wireName, variant.record(), false, registry.diagnosticsFor(variant.record(), usedBy));
            TypeElement other = names.putIfAbsent(wireName, variant.record());
            if (other != null) {
                registry.diagnosticsFor(variant.record(), usedBy)
                        .error(
                                Problem.WIRE_NAME_DUPLICATE,
                                variant.record(),
                                other.getSimpleName(),
                                variant.record().getSimpleName(),
                                wireName);
            }
            registry.record(variant.record(), variant.arguments(), usedBy)
                    .flatMap(TypeModel::reference)
                    .ifPresent(record -> variants.add(new VariantModel(record, wireName)));
        }
        TypeModel reference = pending.reference();
        return new UnionModel(
                reference.name(),
                reference.reference().orElseThrow(),
                registry.discriminatorOf(pending.type()),
                variants);
    }

    /** Reports a discriminator of an interface that only groups records of another one, which has its own. */
    void checkGroups(Element usedBy) {
        groups.forEach((group, above) -> {
            boolean isDifferent = !registry.discriminatorOf(group).equals(registry.discriminatorOf(above));
            if (isDifferent && !registry.isDiscriminatorWritten(group)) {
                Discriminators.reportIgnored(
                        group,
                        "Write it on " + above.getSimpleName() + ", whose records these are.",
                        registry.diagnosticsFor(group, usedBy));
            }
        });
    }

    /** Returns the records below a sealed interface with type arguments, or a record itself. */
    List<Member> members(TypeElement type, List<TypeModel> arguments, Element usedBy) {
        List<Variant> found = type.getKind() == ElementKind.RECORD
                ? List.of(new Variant(type, arguments))
                : variants(type, arguments, usedBy);
        List<Member> members = new ArrayList<>();
        for (Variant variant : found) {
            registry.record(variant.record(), variant.arguments(), usedBy)
                    .flatMap(TypeModel::reference)
                    .ifPresent(id -> members.add(new Member(variant.record(), id)));
        }
        return members;
    }

    /** Returns the records below a sealed interface. */
    List<TypeElement> records(TypeElement sealed, Element usedBy) {
        return variants(sealed, List.of(), usedBy).stream()
                .map(Variant::record)
                .distinct()
                .toList();
    }

    /** Suggests the records beside a sealed interface that implement nothing. */
    static String missingRecords(TypeElement sealed, Element enclosing) {
        List<String> records = ElementFilter.typesIn(enclosing.getEnclosedElements()).stream()
                .filter(type -> type.getKind() == ElementKind.RECORD
                        && type.getInterfaces().isEmpty()
                        && !type.getSimpleName().contentEquals("Room"))
                .map(type -> type.getSimpleName().toString())
                .toList();
        return records.isEmpty() || enclosing.getKind() == ElementKind.PACKAGE
                ? "Nest a record in " + enclosing.getSimpleName() + " that implements it, or remove it."
                : "Add \"implements " + sealed.getSimpleName() + "\" to " + String.join(" or ", records) + ".";
    }

    private List<Variant> variants(TypeElement sealed, List<TypeModel> arguments, Element usedBy) {
        if (isEmpty(sealed, arguments)) {
            String typeArguments = arguments.isEmpty()
                    ? ""
                    : arguments.stream()
                            .map(argument -> PACKAGES.matcher(
                                            argument.name().box().toString())
                                    .replaceAll(""))
                            .collect(Collectors.joining(", ", "<", ">"));
            String fix = sealed.getPermittedSubclasses().isEmpty()
                    ? missingRecords(sealed, Objects.requireNonNull(sealed.getEnclosingElement()))
                    : "Declare a record that implements it.";
            registry.diagnosticsFor(sealed, usedBy)
                    .error(Problem.UNION_EMPTY, sealed, sealed.getSimpleName() + typeArguments, fix);
            return List.of();
        }
        List<Variant> found = new ArrayList<>();
        collect(sealed, arguments, usedBy, found);
        return found;
    }

    private static boolean isEmpty(TypeElement sealed, List<TypeModel> arguments) {
        return !hasUnknown(sealed)
                && permitted(sealed).stream()
                        .map(MoreTypes::asTypeElement)
                        .filter(type -> matches(type, sealed, arguments))
                        .allMatch(type -> isSealed(type)
                                && isEmpty(
                                        type, arguments(type, sealed, arguments).orElse(List.of())));
    }

    /** Returns the permitted types that exist; the compiler reports the others. */
    private static List<TypeMirror> permitted(TypeElement sealed) {
        return sealed.getPermittedSubclasses().stream()
                .<TypeMirror>map(type -> type)
                .filter(type -> type.getKind() == TypeKind.DECLARED)
                .toList();
    }

    private static boolean hasUnknown(TypeElement sealed) {
        return permitted(sealed).size() < sealed.getPermittedSubclasses().size();
    }

    private static boolean isSealed(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE && type.getModifiers().contains(Modifier.SEALED);
    }

    private void collect(TypeElement sealed, List<TypeModel> arguments, Element usedBy, List<Variant> found) {
        registry.checkAnnotations(sealed, usedBy);
        for (TypeElement type : registry.inSourceOrder(permitted(sealed))) {
            boolean isRecord = type.getKind() == ElementKind.RECORD;
            boolean isSealed = isSealed(type);
            if (!isRecord && !isSealed) {
                registry.diagnosticsFor(type, usedBy)
                        .error(Problem.MESSAGE_NOT_RECORD, type, type.getSimpleName(), sealed.getSimpleName());
                continue;
            }
            if (!matches(type, sealed, arguments)) {
                continue; // implements the interface with other type arguments
            }
            Optional<List<TypeModel>> bound = arguments(type, sealed, arguments);
            if (isSealed) {
                groups.putIfAbsent(type, sealed);
                collect(type, bound.orElse(List.of()), usedBy, found); // its records may bind what is unbound here
            } else if (bound.isEmpty()) {
                registry.diagnosticsFor(type, usedBy)
                        .error(Problem.VARIANT_TYPE_PARAMETERS, type, type.getSimpleName(), sealed.getSimpleName());
            } else if (found.stream().noneMatch(other -> other.record().equals(type))) {
                found.add(new Variant(type, bound.get()));
            }
        }
    }

    /**
     * Returns whether a permitted type implements the sealed interface with type arguments that match the given ones.
     */
    private static boolean matches(TypeElement permitted, TypeElement sealed, List<TypeModel> arguments) {
        List<? extends TypeMirror> declared = argumentsOf(permitted, sealed);
        for (int i = 0; i < Math.min(declared.size(), arguments.size()); i++) {
            boolean isConcrete = declared.get(i).getKind() != TypeKind.TYPEVAR;
            if (isConcrete
                    && !TypeName.get(declared.get(i))
                            .equals(arguments.get(i).name().box())) {
                return false;
            }
        }
        return true;
    }

    private static List<? extends TypeMirror> argumentsOf(TypeElement permitted, TypeElement sealed) {
        for (TypeMirror parent : permitted.getInterfaces()) {
            if (parent.getKind() == TypeKind.DECLARED
                    && MoreTypes.asTypeElement(parent).equals(sealed)) {
                return ((DeclaredType) parent).getTypeArguments();
            }
        }
        return List.of();
    }

    /** Binds the type parameters of a permitted type by their positions among the type arguments of the sealed one. */
    private static Optional<List<TypeModel>> arguments(
            TypeElement permitted, TypeElement sealed, List<TypeModel> arguments) {
        Map<String, TypeModel> known = new LinkedHashMap<>();
        List<? extends TypeMirror> declared = argumentsOf(permitted, sealed);
        for (int i = 0; i < Math.min(declared.size(), arguments.size()); i++) {
            if (declared.get(i).getKind() == TypeKind.TYPEVAR) {
                known.put(declared.get(i).toString(), arguments.get(i));
            }
        }
        List<TypeModel> bound = new ArrayList<>();
        permitted.getTypeParameters().forEach(variable -> {
            TypeModel argument = known.get(variable.getSimpleName().toString());
            if (argument != null) {
                bound.add(argument);
            }
        });
        return bound.size() == permitted.getTypeParameters().size() ? Optional.of(bound) : Optional.empty();
    }
}
