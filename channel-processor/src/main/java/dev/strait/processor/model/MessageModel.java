package dev.strait.processor.model;

import javax.lang.model.element.TypeElement;

/**
 * One message of a direction.
 *
 * @param origin the record, for positions
 * @param record what it is made of
 * @param wireName the value of its {@code type} field
 * @param doc its doc comment without block tags, empty where it has none
 * @param isDeprecated whether it should not be used any more
 */
public record MessageModel(TypeElement origin, RecordModel record, String wireName, String doc, boolean isDeprecated) {

    public String simpleName() {
        return record.type().simpleName();
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
