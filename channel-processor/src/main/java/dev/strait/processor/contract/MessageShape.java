package dev.strait.processor.contract;

import java.util.Map;
import java.util.TreeMap;

/**
 * A message.
 *
 * @param wireName its name
 * @param record what it is made of
 * @param isDeprecated whether it was to go
 * @param answers by name, what answers it; empty where it asks nothing
 */
record MessageShape(String wireName, String record, boolean isDeprecated, Map<String, String> answers) {

    MessageShape {
        answers = new TreeMap<>(answers);
    }
}
