package dev.strait.processor.contract;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a value must be.
 *
 * @param rule its name in violations
 * @param parameters what it says, as texts, in the order of their names
 */
record ConstraintShape(String rule, Map<String, String> parameters) {

    ConstraintShape {
        parameters = new TreeMap<>(parameters);
    }
}
