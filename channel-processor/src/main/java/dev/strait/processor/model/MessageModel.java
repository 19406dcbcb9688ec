package dev.strait.processor.model;

import com.squareup.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * A message.
 *
 * @param origin the record
 * @param position the position of diagnostics: the record, or the contract if the record has no source
 * @param type the name of the record
 * @param record the model of the record
 * @param wireName the value of the discriminator; if the type is left out, the name of the record in kebab-case
 * @param hasType whether it is written with its type
 * @param answer the answer, if the message is an ask
 * @param doc the doc comment without block tags; empty if there is none
 * @param isDeprecated whether the record is annotated with {@code @Deprecated}
 * @param isVolatile whether the message is of no use later
 * @param roles the roles of which a client needs one to send it; empty if every client may
 */
public record MessageModel(
        TypeElement origin,
        Element position,
        ClassName type,
        RecordModel record,
        String wireName,
        boolean hasType,
        Optional<AnswerModel> answer,
        String doc,
        boolean isDeprecated,
        boolean isVolatile,
        List<String> roles) {

    public MessageModel {
        roles = List.copyOf(roles);
    }

    public String simpleName() {
        return type.simpleName();
    }

    public boolean isAsk() {
        return answer.isPresent();
    }

    /** Returns {@code onSay} for {@code Say}. */
    public String handlerMethod() {
        return "on" + simpleName();
    }

    /** Returns {@code said} for {@code Said}. */
    public String senderMethod() {
        return Character.toLowerCase(simpleName().charAt(0)) + simpleName().substring(1);
    }
}
