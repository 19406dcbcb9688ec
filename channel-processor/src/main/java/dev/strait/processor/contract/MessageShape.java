package dev.strait.processor.contract;

import java.util.Map;
import java.util.TreeMap;

/**
 * A message.
 *
 * @param wireName the wire name
 * @param record the name of the record
 * @param hasType whether it is written with its type
 * @param isDeprecated whether the record is annotated with {@code @Deprecated}
 * @param isVolatile whether it may be dropped under load
 * @param answers the records of the answer by wire name; empty if the message is not an ask
 */
record MessageShape(
        String wireName,
        String record,
        boolean hasType,
        boolean isDeprecated,
        boolean isVolatile,
        Map<String, String> answers) {

    MessageShape {
        answers = new TreeMap<>(answers);
    }
}
