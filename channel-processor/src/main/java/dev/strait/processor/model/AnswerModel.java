package dev.strait.processor.model;

import com.squareup.javapoet.TypeName;
import java.util.List;

/**
 * The answer to an ask.
 *
 * @param type a record, or a sealed interface of records
 * @param discriminator the property that names the record in JSON
 * @param variants the record, or the records of the interface in declaration order
 */
public record AnswerModel(TypeName type, String discriminator, List<VariantModel> variants) {

    public AnswerModel {
        variants = List.copyOf(variants);
    }
}
