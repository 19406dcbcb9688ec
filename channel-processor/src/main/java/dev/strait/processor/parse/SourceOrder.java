package dev.strait.processor.parse;

import com.google.auto.common.MoreTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Sorts types by their order in the source. javac returns the permitted subtypes of a sealed interface in declaration
 * order and the Eclipse compiler by name, but both must generate the same files.
 */
final class SourceOrder {

    private SourceOrder() {}

    /**
     * Returns the types in declaration order. Types from different files keep their order, and so do those from a class
     * file, whose attribute has that order while its nested types have another.
     */
    static List<TypeElement> of(List<? extends TypeMirror> types, Sources sources) {
        List<TypeElement> ordered = new ArrayList<>();
        types.forEach(type -> ordered.add(MoreTypes.asTypeElement(type)));
        boolean isOneFile =
                ordered.stream().map(Sources::topLevelType).distinct().count() == 1;
        if (isOneFile && ordered.stream().allMatch(sources::has)) {
            ordered.sort(Comparator.comparing(SourceOrder::path, SourceOrder::compare));
        }
        return ordered;
    }

    /** Returns the index of each enclosing type in the one that encloses it, from the top-level type down. */
    private static List<Integer> path(TypeElement type) {
        List<Integer> path = new ArrayList<>();
        for (Element at = type; at.getEnclosingElement() instanceof TypeElement; at = at.getEnclosingElement()) {
            path.add(0, at.getEnclosingElement().getEnclosedElements().indexOf(at));
        }
        return path;
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = Integer.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
