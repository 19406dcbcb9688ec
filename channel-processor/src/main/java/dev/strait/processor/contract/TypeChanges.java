package dev.strait.processor.contract;

import dev.strait.processor.contract.Change.Verdict;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The differences of one message, at any depth, for one way. */
final class TypeChanges {

    /** Each holds all values of those before it. */
    private static final List<String> WIDER = List.of("byte", "short", "int", "long", "big-integer");

    private static final int EXACT_IN_BROWSERS = WIDER.indexOf("int");

    private final ContractShape before;
    private final ContractShape after;
    /** Whether clients write what is compared, and the server reads it. */
    private final boolean isToServer;

    private final String root;
    private final Optional<String> message;
    private final Consumer<Change> out;
    /** Records may hold themselves. */
    private final Set<String> compared = new HashSet<>();

    TypeChanges(
            ContractShape before,
            ContractShape after,
            boolean isToServer,
            String root,
            Optional<String> message,
            Consumer<Change> out) {
        this.before = before;
        this.after = after;
        this.isToServer = isToServer;
        this.root = root;
        this.message = message;
        this.out = out;
    }

    void tell(Verdict verdict, String path, String what, String cure) {
        if (verdict != Verdict.OK) {
            String ways = verdict == Verdict.BREAK ? cure + ", or accept the change with -Astrait.lock=update" : cure;
            out.accept(new Change(verdict, message, root + path, what, ways));
        }
    }

    void compareRecords(String path, String old, String now) {
        if (!compared.add("record " + old + " " + now)) {
            return;
        }
        Map<String, FieldShape> was = before.records().getOrDefault(old, Map.of());
        Map<String, FieldShape> is = after.records().getOrDefault(now, Map.of());
        if (isToServer) {
            compareInput(path, was, is);
        } else {
            compareOutput(path, was, is);
        }
    }

    /** What clients write, by the names that are accepted. */
    private void compareInput(String path, Map<String, FieldShape> was, Map<String, FieldShape> is) {
        Map<String, FieldShape> accepted = accepted(is);
        Map<String, String> renamed = Renames.of(types(was), types(is));
        was.forEach((name, field) -> {
            FieldShape left = accepted.get(name);
            if (left == null) {
                String newName = renamed.get(name);
                gone(path + "." + name, field, newName == null ? null : is.get(newName));
            } else {
                compare(path + "." + name, field, left);
            }
            field.aliases().forEach(alias -> compareAlias(path + "." + alias, field, left, accepted.get(alias)));
        });
        Set<String> known = accepted(was).keySet();
        is.forEach((name, field) -> {
            boolean isNew = !known.contains(name)
                    && !renamed.containsValue(name)
                    && field.aliases().stream().noneMatch(known::contains);
            if (isNew && field.isRequired()) {
                tell(
                        Verdict.BREAK,
                        path + "." + name,
                        "it is new and required, but clients do not send it",
                        "Make it Optional or @Nullable, or give it a @Default");
            }
        });
    }

    private void compareAlias(String path, FieldShape old, @Nullable FieldShape now, @Nullable FieldShape target) {
        if (target == null) {
            boolean isBreak = now != null && now.isRequired();
            tell(
                    isBreak ? Verdict.BREAK : Verdict.WARN,
                    path,
                    "it is no longer an alias, but some clients send it",
                    "Keep the alias");
        } else if (!target.equals(now)) {
            compare(path, old, target);
        }
    }

    /** What the server writes, by the names that it gives. */
    private void compareOutput(String path, Map<String, FieldShape> was, Map<String, FieldShape> is) {
        Map<String, String> renamed = Renames.of(types(was), types(is));
        was.forEach((name, field) -> {
            FieldShape left = is.get(name);
            if (left != null) {
                compare(path + "." + name, field, left);
            } else if (accepted(is).containsKey(name)) {
                tell(
                        Verdict.BREAK,
                        path + "." + name,
                        "its JSON name changed",
                        "Keep the JSON name with @Name(\"" + name + "\")");
            } else {
                String newName = renamed.get(name);
                gone(path + "." + name, field, newName == null ? null : is.get(newName));
            }
        });
    }

    private void gone(String path, FieldShape field, @Nullable FieldShape renamed) {
        if (renamed != null) {
            boolean isBreak = isToServer ? renamed.isRequired() : field.isRequired();
            tell(
                    isBreak ? Verdict.BREAK : Verdict.WARN,
                    path,
                    "it seems to have been renamed to " + renamed.name(),
                    "Keep the JSON name with @Name(\"" + field.name() + "\")");
        } else if (isToServer && after.isStrict()) {
            tell(
                    Verdict.BREAK,
                    path,
                    "it was removed, so the strict channel rejects it from clients that still send it",
                    "Keep it, or turn strict off");
        } else if (isToServer) {
            tell(Verdict.WARN, path, "it was removed, so it is ignored from clients that still send it", "");
        } else if (field.isRequired()) {
            tell(Verdict.BREAK, path, "it was removed, but clients require it", "Keep it");
        }
    }

    /** By name and by alias. */
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

    private void compare(String path, FieldShape old, FieldShape now) {
        if (old.isRequired() && !now.isRequired() && !isToServer) {
            tell(Verdict.BREAK, path, "it was required and may now be absent", "Keep it required");
        } else if (!old.isRequired() && now.isRequired() && isToServer) {
            tell(Verdict.BREAK, path, "it was optional and is now required", "Keep it optional, or give it a @Default");
        }
        compare(path, old.type(), now.type());
    }

    void compare(String path, TypeShape old, TypeShape now) {
        if (!old.type().equals(now.type()) && !isWider(path, old, now)) {
            return;
        }
        if (old.isNullable() != now.isNullable() && now.isNullable() != isToServer) {
            String what = now.isNullable() ? "it may now be null" : "it may no longer be null";
            tell(Verdict.BREAK, path, what, "Restore its nullability");
        }
        compareConstraints(path, old, now);
        old.key().ifPresent(key -> now.key().ifPresent(other -> compare(path + " key", key, other)));
        old.items().ifPresent(items -> now.items().ifPresent(other -> compare(path + "[]", items, other)));
        String was = old.of().orElse("");
        String is = now.of().orElse("");
        switch (now.type()) {
            case "record" -> compareRecords(path, was, is);
            case "union" -> {
                if (compared.add("union " + was + " " + is)) {
                    compareVariants(
                            path,
                            before.unions().getOrDefault(was, Map.of()),
                            after.unions().getOrDefault(is, Map.of()));
                }
            }
            case "enum" -> compareEnums(path, was, is);
            default -> {}
        }
    }

    /** Whether a type holds all that another did, so that it goes on to be compared; others were told. */
    private boolean isWider(String path, TypeShape old, TypeShape now) {
        int was = WIDER.indexOf(old.type());
        int is = WIDER.indexOf(now.type());
        String what = "its type changed from " + old.type() + " to " + now.type();
        boolean isWider = isToServer && was >= 0 && is > was;
        boolean isKey = path.endsWith(" key"); // which is a string in any case
        if (!isWider) {
            tell(Verdict.BREAK, path, what, "Keep the type, or add another component");
        } else if (is > EXACT_IN_BROWSERS && !isKey) {
            tell(Verdict.WARN, path, what + ", and browsers cannot represent all of its values exactly", "");
        }
        return isWider;
    }

    private void compareConstraints(String path, TypeShape old, TypeShape now) {
        ConstraintChange change = ConstraintChange.between(old.constraints(), now.constraints());
        if (change.isTighter() && isToServer) {
            tell(
                    Verdict.BREAK,
                    path,
                    "its constraints are stricter, but clients send values that were valid before",
                    "Relax them again");
        }
        if (change.isLooser() && !isToServer) {
            tell(Verdict.WARN, path, "its constraints are looser, but clients may rely on the old ones", "");
        }
    }

    private void compareEnums(String path, String old, String now) {
        Set<String> added = new HashSet<>(after.enums().getOrDefault(now, Set.of()));
        added.removeAll(before.enums().getOrDefault(old, Set.of()));
        Set<String> gone = new HashSet<>(before.enums().getOrDefault(old, Set.of()));
        gone.removeAll(after.enums().getOrDefault(now, Set.of()));
        if (!gone.isEmpty() && isToServer) {
            tell(Verdict.BREAK, path, "clients send " + listed(gone) + ", which was removed", "Keep the constant");
        }
        if (!added.isEmpty() && !isToServer) {
            tell(Verdict.WARN, path, "clients do not know " + listed(added), "");
        }
    }

    /** Of a union, or of an ask's answers. */
    void compareVariants(String path, Map<String, String> old, Map<String, String> now) {
        Map<String, String> renamed = Renames.of(fields(old, before), fields(now, after));
        old.forEach((name, record) -> {
            String left = now.get(name);
            if (left != null) {
                compareRecords(path + " " + name, record, left);
            } else if (renamed.containsKey(name)) {
                tell(
                        Verdict.BREAK,
                        path + " " + name,
                        "it seems to have been renamed to " + renamed.get(name),
                        "Keep the wire name with @Type(\"" + name + "\")");
            } else if (isToServer) {
                tell(Verdict.BREAK, path, "clients send " + name + ", which was removed", "Keep the record");
            }
        });
        for (String name : now.keySet()) {
            if (!old.containsKey(name) && !renamed.containsValue(name) && !isToServer) {
                tell(Verdict.WARN, path, "clients do not know " + name, "");
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
