package dev.strait.processor.parse;

import com.google.auto.common.MoreTypes;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.TypeName;
import dev.strait.processor.diagnostic.Problem;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import dev.strait.processor.model.UnionModel;
import dev.strait.processor.model.VariantModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the sealed interfaces of one contract that stand in records, each once for its arguments. */
final class UnionParser {

    private final RecordParser records;
    private final Map<Use, UnionModel> known = new LinkedHashMap<>();
    private final Map<Use, TypeModel> references = new LinkedHashMap<>();

    UnionParser(RecordParser records) {
        this.records = records;
    }

    /** A record of a union, and its id. */
    record Member(TypeElement record, String id) {}

    private record Use(TypeElement union, List<TypeModel> arguments) {}

    /** A record below a sealed interface, with what its own type variables stand for there. */
    private record Variant(TypeElement record, List<TypeModel> arguments) {}

    /** A use of the interface; empty where it was refused. */
    Optional<TypeModel> reference(TypeElement union, List<TypeModel> arguments, Element where) {
        Use use = new Use(union, arguments);
        TypeModel before = references.get(use);
        if (before != null) {
            return Optional.of(before); // also while it is being read: it may hold itself
        }
        String id = records.id(union, arguments);
        TypeModel reference =
                TypeModel.referring(Kind.UNION, RecordParser.applied(ClassName.get(union), arguments), id);
        references.put(use, reference);
        List<Variant> found = new ArrayList<>();
        collect(union, arguments, where, found);
        List<VariantModel> variants = new ArrayList<>();
        Map<String, TypeElement> names = new LinkedHashMap<>();
        for (Variant variant : found) {
            String wireName = WireNames.of(variant.record());
            WireNames.check(wireName, variant.record(), records.at(variant.record(), where));
            TypeElement other = names.putIfAbsent(wireName, variant.record());
            if (other != null) {
                records.at(variant.record(), where)
                        .error(
                                Problem.WIRE_NAME_DUPLICATE,
                                variant.record(),
                                other.getSimpleName(),
                                variant.record().getSimpleName(),
                                wireName);
            }
            records.reference(variant.record(), variant.arguments(), where)
                    .flatMap(TypeModel::reference)
                    .ifPresent(record -> variants.add(new VariantModel(record, wireName)));
        }
        known.put(use, new UnionModel(reference.name(), id, variants));
        return Optional.of(reference);
    }

    /** The records below a sealed interface with these arguments; a record stands for itself. */
    List<Member> members(TypeElement type, List<TypeModel> arguments, Element where) {
        List<Variant> found = new ArrayList<>();
        if (type.getKind() == ElementKind.RECORD) {
            found.add(new Variant(type, arguments));
        } else {
            collect(type, arguments, where, found);
        }
        List<Member> members = new ArrayList<>();
        for (Variant variant : found) {
            records.reference(variant.record(), variant.arguments(), where)
                    .flatMap(TypeModel::reference)
                    .ifPresent(id -> members.add(new Member(variant.record(), id)));
        }
        return members;
    }

    /** The records below a sealed interface. */
    List<TypeElement> records(TypeElement sealed, Element where) {
        List<Variant> found = new ArrayList<>();
        collect(sealed, List.of(), where, found);
        return found.stream().map(Variant::record).distinct().toList();
    }

    List<UnionModel> all() {
        return List.copyOf(known.values());
    }

    private void collect(TypeElement sealed, List<TypeModel> arguments, Element where, List<Variant> found) {
        for (TypeElement type : SourceOrder.of(sealed.getPermittedSubclasses())) {
            boolean isRecord = type.getKind() == ElementKind.RECORD;
            boolean isSealed = type.getKind() == ElementKind.INTERFACE
                    && type.getModifiers().contains(Modifier.SEALED);
            if (!isRecord && !isSealed) {
                records.at(type, where)
                        .error(Problem.MESSAGE_NOT_RECORD, type, type.getSimpleName(), sealed.getSimpleName());
                continue;
            }
            if (!isOf(type, sealed, arguments)) {
                continue; // it is one of the interface with other arguments
            }
            Optional<List<TypeModel>> own = arguments(type, sealed, arguments);
            if (isSealed) {
                collect(type, own.orElse(List.of()), where, found); // what it lacks, the records below it may give
            } else if (own.isEmpty()) {
                records.at(type, where)
                        .error(Problem.VARIANT_TYPE_PARAMETERS, type, type.getSimpleName(), sealed.getSimpleName());
            } else if (found.stream().noneMatch(other -> other.record().equals(type))) {
                found.add(new Variant(type, own.get()));
            }
        }
    }

    /** Whether a permitted type is one of the sealed one with these arguments, as far as it names any itself. */
    private static boolean isOf(TypeElement permitted, TypeElement sealed, List<TypeModel> arguments) {
        List<? extends TypeMirror> at = argumentsOf(permitted, sealed);
        for (int i = 0; i < Math.min(at.size(), arguments.size()); i++) {
            boolean isConcrete = at.get(i).getKind() != TypeKind.TYPEVAR;
            if (isConcrete
                    && !TypeName.get(at.get(i)).equals(arguments.get(i).name().box())) {
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

    /** What the variables of a permitted type stand for, by the place where each stands in the sealed one. */
    private static Optional<List<TypeModel>> arguments(
            TypeElement permitted, TypeElement sealed, List<TypeModel> arguments) {
        Map<String, TypeModel> known = new LinkedHashMap<>();
        List<? extends TypeMirror> at = argumentsOf(permitted, sealed);
        for (int i = 0; i < Math.min(at.size(), arguments.size()); i++) {
            if (at.get(i).getKind() == TypeKind.TYPEVAR) {
                known.put(at.get(i).toString(), arguments.get(i));
            }
        }
        List<TypeModel> own = new ArrayList<>();
        permitted.getTypeParameters().forEach(variable -> {
            TypeModel argument = known.get(variable.getSimpleName().toString());
            if (argument != null) {
                own.add(argument);
            }
        });
        return own.size() == permitted.getTypeParameters().size() ? Optional.of(own) : Optional.empty();
    }
}
