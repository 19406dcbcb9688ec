package dev.strait.processor.parse;

import com.google.auto.common.MoreTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * The order in which types stand in their file: javac gives the subtypes of a sealed interface as they were declared, Eclipse's
 * compiler by name, and both shall generate the same.
 */
final class SourceOrder {

    private SourceOrder() {}

    /** Types of one file in the order of that; those of different files in the order in which they come. */
    static List<TypeElement> of(List<? extends TypeMirror> types) {
        List<TypeElement> ordered = new ArrayList<>();
        types.forEach(type -> ordered.add(MoreTypes.asTypeElement(type)));
        boolean isOneFile = ordered.stream().map(Sources::outermost).distinct().count() == 1;
        if (isOneFile) {
            ordered.sort(Comparator.comparing(SourceOrder::places, SourceOrder::compare));
        }
        return ordered;
    }

    /** The way from the outermost type, by places. */
    private static List<Integer> places(TypeElement type) {
        List<Integer> places = new ArrayList<>();
        for (Element at = type; at.getEnclosingElement() instanceof TypeElement; at = at.getEnclosingElement()) {
            places.add(0, at.getEnclosingElement().getEnclosedElements().indexOf(at));
        }
        return places;
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
