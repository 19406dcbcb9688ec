package dev.strait.processor.parse;

import dev.strait.processor.model.TypeModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** The type arguments of a generic type, by type parameter. */
final class Bindings {

    static final Bindings NONE = new Bindings(Map.of());

    private final Map<String, TypeModel> types;

    private Bindings(Map<String, TypeModel> types) {
        this.types = types;
    }

    /** Binds the type parameters of a type to arguments in the same order. */
    static Bindings of(TypeElement type, List<TypeModel> arguments) {
        Map<String, TypeModel> types = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            types.put(type.getTypeParameters().get(i).getSimpleName().toString(), arguments.get(i));
        }
        return new Bindings(types);
    }

    Optional<TypeModel> find(String parameter) {
        return Optional.ofNullable(types.get(parameter));
    }
}
