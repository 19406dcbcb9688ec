package dev.strait.processor.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Guesses what was renamed: something is gone, and one new thing is like it. */
final class Renames {

    private Renames() {}

    /** By old name, the new one. */
    static <T> Map<String, String> of(Map<String, T> before, Map<String, T> after) {
        Map<String, String> renames = new LinkedHashMap<>();
        before.forEach((name, old) -> {
            boolean isTelling = !(old instanceof Map<?, ?> fields && fields.isEmpty()); // all empty records are alike
            if (isTelling && !after.containsKey(name)) {
                List<String> alike = after.entrySet().stream()
                        .filter(entry -> !before.containsKey(entry.getKey()))
                        .filter(entry -> Objects.equals(entry.getValue(), old))
                        .map(Map.Entry::getKey)
                        .filter(now -> !renames.containsValue(now))
                        .toList();
                if (alike.size() == 1) {
                    renames.put(name, alike.get(0));
                }
            }
        });
        return renames;
    }
}
