package dev.strait.processor.model;

import com.squareup.javapoet.TypeName;
import java.util.List;

/**
 * A sealed interface of records. Their {@code type} field distinguishes them in JSON.
 *
 * @param type the interface with its type arguments, if any
 * @param id the name in generated methods, unique in the contract among records and unions
 * @param variants the records in declaration order
 */
public record UnionModel(TypeName type, String id, List<VariantModel> variants) {

    public UnionModel {
        variants = List.copyOf(variants);
    }
}
