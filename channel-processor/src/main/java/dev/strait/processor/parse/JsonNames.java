package dev.strait.processor.parse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;

/**
 * The JSON names of a component. They come from {@code @Name}, or else from the annotations of Jackson, or else from
 * the name of the component.
 */
record JsonNames(String name, List<String> aliases) {

    static final String JACKSON_PROPERTY = "com.fasterxml.jackson.annotation.JsonProperty";
    static final String JACKSON_ALIAS = "com.fasterxml.jackson.annotation.JsonAlias";

    static JsonNames of(RecordComponentElement component, Element field, Optional<AnnotationMirror> name) {
        Optional<AnnotationMirror> named = name.or(() -> Mirrors.find(field, JACKSON_PROPERTY));
        Stream<String> aliases = name.isPresent()
                ? texts(name.get(), "alias")
                : Mirrors.find(field, JACKSON_ALIAS).stream().flatMap(annotation -> texts(annotation, "value"));
        String text = named.map(annotation -> Mirrors.string(annotation, "value"))
                .filter(explicit -> !explicit.isEmpty())
                .orElse(component.getSimpleName().toString());
        return new JsonNames(text, aliases.toList());
    }

    private static Stream<String> texts(AnnotationMirror annotation, String attribute) {
        return Mirrors.values(annotation, attribute).stream().map(value -> (String) value.getValue());
    }
}
