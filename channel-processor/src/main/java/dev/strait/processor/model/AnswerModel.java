package dev.strait.processor.model;

import com.squareup.javapoet.TypeName;
import java.util.List;

/**
 * The answer to an ask.
 *
 * @param type a record, or a sealed interface of records
 * @param variants the record, or the records of the interface in declaration order
 */
public record AnswerModel(TypeName type, List<VariantModel> variants) {

    public AnswerModel {
        variants = List.copyOf(variants);
    }
}
