package dev.strait.processor.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Guesses what was renamed: an entry was removed, and exactly one added entry has an equal value. */
final class Renames {

    private Renames() {}

    /** Returns the new names by the old names. */
    static <T> Map<String, String> of(Map<String, T> before, Map<String, T> after) {
        Map<String, String> renames = new LinkedHashMap<>();
        before.forEach((name, old) -> {
            boolean isDistinctive =
                    !(old instanceof Map<?, ?> fields && fields.isEmpty()); // all empty records are equal
            if (isDistinctive && !after.containsKey(name)) {
                List<String> candidates = after.entrySet().stream()
                        .filter(entry -> !before.containsKey(entry.getKey()))
                        .filter(entry -> Objects.equals(entry.getValue(), old))
                        .map(Map.Entry::getKey)
                        .filter(newName -> !renames.containsValue(newName))
                        .toList();
                if (candidates.size() == 1) {
                    renames.put(name, candidates.get(0));
                }
            }
        });
        return renames;
    }
}
