package dev.strait.processor.model;

import com.squareup.javapoet.ClassName;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * One message of a direction.
 *
 * @param origin the record
 * @param place where to tell of it: the record, or the contract where the record has no source
 * @param type the record's name
 * @param record what it is made of
 * @param wireName the value of its {@code type} field
 * @param answer what answers it, where it is an ask
 * @param doc its doc comment without block tags, empty where it has none
 * @param isDeprecated whether it should not be used any more
 */
public record MessageModel(
        TypeElement origin,
        Element place,
        ClassName type,
        RecordModel record,
        String wireName,
        Optional<AnswerModel> answer,
        String doc,
        boolean isDeprecated) {

    public String simpleName() {
        return type.simpleName();
    }

    public boolean isAsk() {
        return answer.isPresent();
    }

    /** {@code onSay} for {@code Say}. */
    public String handlerMethod() {
        return "on" + simpleName();
    }

    /** {@code said} for {@code Said}. */
    public String senderMethod() {
        return Character.toLowerCase(simpleName().charAt(0)) + simpleName().substring(1);
    }
}
