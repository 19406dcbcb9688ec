package dev.strait.processor.model;

import com.squareup.javapoet.TypeName;
import java.util.List;

/**
 * A sealed interface of records, told apart by their {@code type}.
 *
 * @param type the interface, with its arguments where it has any
 * @param id its name in the names of generated methods, unique in its contract among records and unions
 * @param variants in declared order
 */
public record UnionModel(TypeName type, String id, List<VariantModel> variants) {

    /** Takes a copy of the list. */
    public UnionModel {
        variants = List.copyOf(variants);
    }
}
