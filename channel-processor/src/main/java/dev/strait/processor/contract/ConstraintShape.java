package dev.strait.processor.contract;

import java.util.Map;
import java.util.TreeMap;

/**
 * A constraint on a value.
 *
 * @param rule the name in violations
 * @param parameters the parameters as texts, in alphabetical order
 */
record ConstraintShape(String rule, Map<String, String> parameters) {

    ConstraintShape {
        parameters = new TreeMap<>(parameters);
    }
}
