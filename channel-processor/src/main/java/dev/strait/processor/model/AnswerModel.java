package dev.strait.processor.model;

import com.squareup.javapoet.TypeName;
import java.util.List;

/**
 * What answers an ask.
 *
 * @param type a record, or a sealed interface of records
 * @param variants the record, or those of the interface in declared order
 */
public record AnswerModel(TypeName type, List<VariantModel> variants) {

    /** Takes a copy of the list. */
    public AnswerModel {
        variants = List.copyOf(variants);
    }
}
