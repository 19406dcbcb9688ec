package dev.strait.processor.parse;

import dev.strait.processor.model.TypeModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** What the type variables of a generic record stand for where it is used. */
final class Bindings {

    static final Bindings NONE = new Bindings(Map.of());

    private final Map<String, TypeModel> types;

    private Bindings(Map<String, TypeModel> types) {
        this.types = types;
    }

    /** The variables of a type, in their order. */
    static Bindings of(TypeElement type, List<TypeModel> arguments) {
        Map<String, TypeModel> types = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            types.put(type.getTypeParameters().get(i).getSimpleName().toString(), arguments.get(i));
        }
        return new Bindings(types);
    }

    Optional<TypeModel> find(String variable) {
        return Optional.ofNullable(types.get(variable));
    }
}
