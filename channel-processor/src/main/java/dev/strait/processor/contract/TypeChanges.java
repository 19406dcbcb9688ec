package dev.strait.processor.contract;

import static dev.strait.processor.contract.CompatibilityRule.ALIAS_REMOVED;
import static dev.strait.processor.contract.CompatibilityRule.COMPONENT_REMOVED;
import static dev.strait.processor.contract.CompatibilityRule.COMPONENT_RENAMED;
import static dev.strait.processor.contract.CompatibilityRule.COMPONENT_RENAMED_WITH_ALIAS;
import static dev.strait.processor.contract.CompatibilityRule.DEFAULT_CHANGED;
import static dev.strait.processor.contract.CompatibilityRule.DISCRIMINATOR_CHANGED;
import static dev.strait.processor.contract.CompatibilityRule.LOOSER_CONSTRAINTS;
import static dev.strait.processor.contract.CompatibilityRule.MESSAGE_RENAMED;
import static dev.strait.processor.contract.CompatibilityRule.NULL_ALLOWED;
import static dev.strait.processor.contract.CompatibilityRule.NULL_NO_LONGER_ALLOWED;
import static dev.strait.processor.contract.CompatibilityRule.OPTIONAL_TO_REQUIRED;
import static dev.strait.processor.contract.CompatibilityRule.OTHER_ABSENCE;
import static dev.strait.processor.contract.CompatibilityRule.OTHER_TYPE;
import static dev.strait.processor.contract.CompatibilityRule.REQUIRED_COMPONENT_ADDED;
import static dev.strait.processor.contract.CompatibilityRule.REQUIRED_TO_OPTIONAL;
import static dev.strait.processor.contract.CompatibilityRule.STRICTER_CONSTRAINTS;
import static dev.strait.processor.contract.CompatibilityRule.VARIANT_ADDED;
import static dev.strait.processor.contract.CompatibilityRule.VARIANT_REMOVED;
import static dev.strait.processor.contract.CompatibilityRule.WIDER_INTEGER;

import dev.strait.processor.contract.Change.Verdict;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compares the types of a message at any depth, for one direction. */
final class TypeChanges {

    /** The integer types. Each can represent all values of those before it. */
    private static final List<String> INTEGERS = List.of("byte", "short", "int", "long", "big-integer");

    private static final int WIDEST_EXACT_IN_BROWSERS = INTEGERS.indexOf("int");

    private final ContractShape before;
    private final ContractShape after;
    /** Whether clients write the values and the server reads them. */
    private final boolean isToServer;

    private final String location;
    private final Optional<String> message;
    private final Consumer<Change> out;
    /** The types compared so far, because records may contain themselves. */
    private final Set<String> compared = new HashSet<>();

    TypeChanges(
            ContractShape before,
            ContractShape after,
            boolean isToServer,
            String location,
            Optional<String> message,
            Consumer<Change> out) {
        this.before = before;
        this.after = after;
        this.isToServer = isToServer;
        this.location = location;
        this.message = message;
        this.out = out;
    }

    /** Reports a change of one rule. */
    void report(CompatibilityRule rule, boolean condition, String path, String description, String fix) {
        Verdict verdict = rule.verdict(isToServer, condition);
        if (verdict != Verdict.OK) {
            String fixes = verdict == Verdict.BREAK ? fix + ", or accept the change with -Astrait.lock=update" : fix;
            out.accept(new Change(verdict, message, location + path, description, fixes));
        }
    }

    void compareRecords(String path, String oldName, String newName) {
        if (!compared.add("record " + oldName + " " + newName)) {
            return;
        }
        Map<String, FieldShape> oldFields = before.records().getOrDefault(oldName, Map.of());
        Map<String, FieldShape> newFields = after.records().getOrDefault(newName, Map.of());
        if (isToServer) {
            compareInput(path, oldFields, newFields);
        } else {
            compareOutput(path, oldFields, newFields);
        }
    }

    /** Compares what clients write. The server accepts names and aliases. */
    private void compareInput(String path, Map<String, FieldShape> oldFields, Map<String, FieldShape> newFields) {
        Map<String, FieldShape> accepted = accepted(newFields);
        Map<String, String> renamed = Renames.of(types(oldFields), types(newFields));
        oldFields.forEach((name, field) -> {
            FieldShape remaining = accepted.get(name);
            if (remaining == null) {
                String newName = renamed.get(name);
                reportRemoved(path + "." + name, field, newName == null ? null : newFields.get(newName));
            } else {
                compare(path + "." + name, field, remaining);
            }
            field.aliases().forEach(alias -> compareAlias(path + "." + alias, field, remaining, accepted.get(alias)));
        });
        Set<String> known = accepted(oldFields).keySet();
        newFields.forEach((name, field) -> {
            boolean isNew = !known.contains(name)
                    && !renamed.containsValue(name)
                    && field.aliases().stream().noneMatch(known::contains);
            if (isNew && field.isRequired()) {
                report(
                        REQUIRED_COMPONENT_ADDED,
                        true,
                        path + "." + name,
                        "it is new and required, but clients do not send it",
                        "Make it Optional or @Nullable, or give it a @Default");
            }
        });
    }

    private void compareAlias(String path, FieldShape old, @Nullable FieldShape now, @Nullable FieldShape target) {
        if (target == null) {
            report(
                    ALIAS_REMOVED,
                    now != null && now.isRequired(),
                    path,
                    "it is no longer an alias, but some clients send it",
                    "Keep the alias");
        } else if (!target.equals(now)) {
            compare(path, old, target);
        }
    }

    /** Compares what the server writes. It never writes aliases. */
    private void compareOutput(String path, Map<String, FieldShape> oldFields, Map<String, FieldShape> newFields) {
        Map<String, String> renamed = Renames.of(types(oldFields), types(newFields));
        oldFields.forEach((name, field) -> {
            FieldShape remaining = newFields.get(name);
            if (remaining != null) {
                compare(path + "." + name, field, remaining);
            } else if (accepted(newFields).containsKey(name)) {
                report(
                        COMPONENT_RENAMED_WITH_ALIAS,
                        true,
                        path + "." + name,
                        "its JSON name changed",
                        "Keep the JSON name with @Name(\"" + name + "\")");
            } else {
                String newName = renamed.get(name);
                reportRemoved(path + "." + name, field, newName == null ? null : newFields.get(newName));
            }
        });
    }

    private void reportRemoved(String path, FieldShape field, @Nullable FieldShape renamed) {
        if (renamed != null) {
            report(
                    COMPONENT_RENAMED,
                    isToServer ? renamed.isRequired() : field.isRequired(),
                    path,
                    "it seems to have been renamed to " + renamed.name(),
                    "Keep the JSON name with @Name(\"" + field.name() + "\")");
        } else if (isToServer && after.isStrict()) {
            report(
                    COMPONENT_REMOVED,
                    true,
                    path,
                    "it was removed, so the strict channel rejects messages that still contain it",
                    "Keep it, or turn strict off");
        } else if (isToServer) {
            report(
                    COMPONENT_REMOVED,
                    false,
                    path,
                    "it was removed, so the server ignores it in messages that still contain it",
                    "");
        } else {
            report(COMPONENT_REMOVED, field.isRequired(), path, "it was removed, but clients require it", "Keep it");
        }
    }

    /** Returns the fields by name and by alias. */
    private static Map<String, FieldShape> accepted(Map<String, FieldShape> fields) {
        Map<String, FieldShape> accepted = new LinkedHashMap<>(fields);
        fields.values().forEach(field -> field.aliases().forEach(alias -> accepted.putIfAbsent(alias, field)));
        return accepted;
    }

    private static Map<String, TypeShape> types(Map<String, FieldShape> fields) {
        Map<String, TypeShape> types = new LinkedHashMap<>();
        fields.forEach((name, field) -> types.put(name, field.type()));
        return types;
    }

    /** Whether a receiver can count on a value. The server always writes components with a default. */
    private boolean isAlwaysThere(FieldShape field) {
        return field.isRequired() || (!isToServer && field.defaultText().isPresent());
    }

    private void compare(String path, FieldShape old, FieldShape now) {
        boolean isOtherDefault = old.defaultText().isPresent()
                && now.defaultText().isPresent()
                && !old.defaultText().equals(now.defaultText());
        if (isOtherDefault) {
            report(
                    DEFAULT_CHANGED,
                    true,
                    path,
                    "its default changed from \"" + old.defaultText().orElseThrow() + "\" to \""
                            + now.defaultText().orElseThrow() + "\", which also applies to messages of old clients",
                    "");
        }
        if (isAlwaysThere(old) && !isAlwaysThere(now)) {
            report(REQUIRED_TO_OPTIONAL, true, path, "it was required and may now be absent", "Keep it required");
        } else if (!isAlwaysThere(old) && isAlwaysThere(now)) {
            report(
                    OPTIONAL_TO_REQUIRED,
                    true,
                    path,
                    "it was optional and is now required",
                    "Keep it optional, or give it a @Default");
        } else if (!isAlwaysThere(old) && old.type().isNullable() != now.type().isNullable()) {
            report(
                    OTHER_ABSENCE,
                    true,
                    path,
                    now.type().isNullable()
                            ? "it was left out if it had no value, and is now written as null"
                            : "it was written as null if it had no value, and is now left out",
                    now.type().isNullable() ? "Keep it Optional" : "Keep it @Nullable");
        }
        compareTypes(path, old.type(), now.type());
    }

    /** Compares types inside other types. */
    void compare(String path, TypeShape old, TypeShape now) {
        if (!old.isNullable() && now.isNullable()) {
            report(NULL_ALLOWED, true, path, "it may now be null", "Restore its nullability");
        } else if (old.isNullable() && !now.isNullable()) {
            report(NULL_NO_LONGER_ALLOWED, true, path, "it may no longer be null", "Restore its nullability");
        }
        compareTypes(path, old, now);
    }

    private void compareTypes(String path, TypeShape old, TypeShape now) {
        if (!old.type().equals(now.type()) && !compareKinds(path, old, now)) {
            return;
        }
        compareConstraints(path, old, now);
        old.key().ifPresent(key -> now.key().ifPresent(other -> compare(path + " key", key, other)));
        old.items().ifPresent(items -> now.items().ifPresent(other -> compare(path + "[]", items, other)));
        String oldName = old.of().orElse("");
        String newName = now.of().orElse("");
        switch (now.type()) {
            case "record" -> compareRecords(path, oldName, newName);
            case "union" -> {
                if (compared.add("union " + oldName + " " + newName)) {
                    compareDiscriminators(
                            path,
                            before.discriminatorOf("union " + oldName),
                            after.discriminatorOf("union " + newName));
                    compareVariants(
                            path,
                            before.unions().getOrDefault(oldName, Map.of()),
                            after.unions().getOrDefault(newName, Map.of()));
                }
            }
            case "enum" -> compareEnums(path, oldName, newName);
            default -> {}
        }
    }

    /** Reports different types. Returns whether the new type is wider, so that the rest can still be compared. */
    private boolean compareKinds(String path, TypeShape old, TypeShape now) {
        int oldWidth = INTEGERS.indexOf(old.type());
        int newWidth = INTEGERS.indexOf(now.type());
        String description = "its type changed from " + old.type() + " to " + now.type();
        boolean isWider = isToServer && oldWidth >= 0 && newWidth > oldWidth;
        boolean isKey = path.endsWith(" key"); // keys are strings in JSON
        if (!isWider) {
            report(OTHER_TYPE, true, path, description, "Keep the type, or add another component");
        } else {
            report(
                    WIDER_INTEGER,
                    newWidth > WIDEST_EXACT_IN_BROWSERS && !isKey && !ConstraintChange.isExactInBrowsers(now),
                    path,
                    description + ", and browsers cannot represent all of its values exactly",
                    "");
        }
        return isWider;
    }

    private void compareConstraints(String path, TypeShape old, TypeShape now) {
        ConstraintChange change = ConstraintChange.between(old, now);
        if (change.isStricter()) {
            report(
                    STRICTER_CONSTRAINTS,
                    true,
                    path,
                    "its constraints are stricter, but clients send values that were valid before",
                    "Relax them again");
        }
        if (change.isLooser()) {
            report(
                    LOOSER_CONSTRAINTS,
                    true,
                    path,
                    "its constraints are looser, but clients may rely on the old ones",
                    "");
        }
    }

    private void compareEnums(String path, String oldName, String newName) {
        Set<String> added = new HashSet<>(after.enums().getOrDefault(newName, Set.of()));
        added.removeAll(before.enums().getOrDefault(oldName, Set.of()));
        Set<String> removed = new HashSet<>(before.enums().getOrDefault(oldName, Set.of()));
        removed.removeAll(after.enums().getOrDefault(newName, Set.of()));
        if (!removed.isEmpty()) {
            String description = "clients send " + listed(removed) + ", which was removed";
            report(VARIANT_REMOVED, true, path, description, "Keep the constant");
        }
        if (!added.isEmpty()) {
            report(VARIANT_ADDED, true, path, "clients do not know " + listed(added), "");
        }
    }

    /** Compares the properties that tell the records of a union apart, or those of the answers to an ask. */
    void compareDiscriminators(String path, String old, String now) {
        if (!old.equals(now)) {
            report(
                    DISCRIMINATOR_CHANGED,
                    true,
                    path,
                    discriminatorChange(old, now),
                    "Keep it with @Discriminator(\"" + old + "\")");
        }
    }

    static String discriminatorChange(String old, String now) {
        return "the property that tells its records apart changed from \"" + old + "\" to \"" + now + "\"";
    }

    /** Compares the records of a union, or of the answers to an ask. */
    void compareVariants(String path, Map<String, String> old, Map<String, String> now) {
        Map<String, String> renamed = Renames.of(fields(old, before), fields(now, after));
        old.forEach((name, record) -> {
            String remaining = now.get(name);
            if (remaining != null) {
                compareRecords(path + " " + name, record, remaining);
            } else if (renamed.containsKey(name)) {
                report(
                        MESSAGE_RENAMED,
                        true,
                        path + " " + name,
                        "it seems to have been renamed to " + renamed.get(name),
                        "Keep the wire name with @Type(\"" + name + "\")");
            } else {
                report(VARIANT_REMOVED, true, path, "clients send " + name + ", which was removed", "Keep the record");
            }
        });
        for (String name : now.keySet()) {
            if (!old.containsKey(name) && !renamed.containsValue(name)) {
                report(VARIANT_ADDED, true, path, "clients do not know " + name, "");
            }
        }
    }

    private static Map<String, Map<String, FieldShape>> fields(Map<String, String> variants, ContractShape contract) {
        Map<String, Map<String, FieldShape>> fields = new LinkedHashMap<>();
        variants.forEach((name, record) -> fields.put(name, contract.records().getOrDefault(record, Map.of())));
        return fields;
    }

    private static String listed(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
