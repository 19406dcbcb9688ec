package dev.strait.processor.parse;

import com.google.auto.common.MoreElements;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Distinguishes types that are compiled from source from types that come from class files. */
public final class Sources {

    private final Set<String> topLevelTypes;
    private final CompiledTypes compiled;
    /** Whether constraints of compiled types matter. */
    private final boolean isReadingConstraints;

    /**
     * Creates the sources of a compilation.
     *
     * @param topLevelTypes the qualified names of the top-level types that are compiled from source
     * @param compiled reads records and enums from class files
     */
    public Sources(Set<String> topLevelTypes, CompiledTypes compiled) {
        this(Set.copyOf(topLevelTypes), compiled, true);
    }

    private Sources(Set<String> topLevelTypes, CompiledTypes compiled, boolean isReadingConstraints) {
        this.topLevelTypes = topLevelTypes;
        this.compiled = compiled;
        this.isReadingConstraints = isReadingConstraints;
    }

    /** Returns the same for files that need no constraints, so that it does not matter if javac cannot see them. */
    public Sources withoutConstraints() {
        return new Sources(topLevelTypes, compiled, false);
    }

    /** Returns whether a type is compiled from source. */
    public boolean has(TypeElement type) {
        return topLevelTypes.contains(topLevelType(type).toString());
    }

    /**
     * Returns the simple name of a type annotation in a compiled record that javac does not see; empty if there is
     * none.
     */
    Optional<String> lostAnnotation(TypeElement record) {
        return has(record) || !isReadingConstraints ? Optional.empty() : compiled.lostAnnotation(record);
    }

    /** Returns the simple name of a constraint on a compiled record whose class is missing; empty if there is none. */
    Optional<String> unknownConstraint(TypeElement record) {
        return has(record) || !isReadingConstraints ? Optional.empty() : compiled.unknownConstraint(record);
    }

    /** Returns the constants of an enum in the order of their declaration. */
    List<String> constants(TypeElement type) {
        List<String> constants = type.getEnclosedElements().stream()
                .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
                .map(element -> element.getSimpleName().toString())
                .toList();
        if (has(type)) {
            return constants;
        }
        List<String> order = compiled.constants(type);
        return constants.stream()
                .sorted(Comparator.comparingInt(order::indexOf))
                .toList();
    }

    static Element topLevelType(TypeElement type) {
        Element at = type;
        while (at.getEnclosingElement() != null && MoreElements.isType(at.getEnclosingElement())) {
            at = at.getEnclosingElement();
        }
        return at;
    }
}
