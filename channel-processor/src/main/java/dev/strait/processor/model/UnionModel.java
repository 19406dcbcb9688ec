package dev.strait.processor.model;

import com.squareup.javapoet.TypeName;
import java.util.List;

/**
 * A sealed interface of records. A property of their objects in JSON tells them apart.
 *
 * @param type the interface with its type arguments, if any
 * @param id the name in generated methods, unique in the contract among records and unions
 * @param discriminator the name of that property
 * @param variants the records in declaration order
 */
public record UnionModel(TypeName type, String id, String discriminator, List<VariantModel> variants) {

    public UnionModel {
        variants = List.copyOf(variants);
    }
}
