package dev.strait.processor.parse;

import com.google.auto.common.MoreElements;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Which types are compiled now, from their source; others come from class files. */
public final class Sources {

    private final Set<String> outermost;
    private final CompiledRecords compiled;

    /**
     * What one compilation has.
     *
     * @param outermost the qualified names of all outermost types that are compiled
     * @param compiled what is known of others
     */
    public Sources(Set<String> outermost, CompiledRecords compiled) {
        this.outermost = Set.copyOf(outermost);
        this.compiled = compiled;
    }

    boolean has(TypeElement type) {
        return outermost.contains(outermost(type).toString());
    }

    /** An annotation on a type inside of a compiled record that this compiler does not see. */
    Optional<String> lostAnnotation(TypeElement record) {
        return has(record) ? Optional.empty() : compiled.lostAnnotation(record);
    }

    /** A constraint on a compiled record whose class is not there. */
    Optional<String> unknownConstraint(TypeElement record) {
        return has(record) ? Optional.empty() : compiled.unknownConstraint(record);
    }

    static Element outermost(TypeElement type) {
        Element at = type;
        while (at.getEnclosingElement() != null && MoreElements.isType(at.getEnclosingElement())) {
            at = at.getEnclosingElement();
        }
        return at;
    }
}
