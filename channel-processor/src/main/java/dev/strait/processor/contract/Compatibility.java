package dev.strait.processor.contract;

import dev.strait.processor.contract.Change.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares two versions of a contract. Clients and servers of the old version stay in use for a while; which changes
 * break them depends on the direction of a message. The rules are in docs/compatibility.md.
 */
public final class Compatibility {

    private static final String ACCEPT = "or accept the change with -Astrait.lock=update";

    private final ContractShape before;
    private final ContractShape after;
    private final List<Change> changes = new ArrayList<>();

    private Compatibility(ContractShape before, ContractShape after) {
        this.before = before;
        this.after = after;
    }

    /** Returns the differences that are not {@code OK}, without duplicates. */
    public static List<Change> between(ContractShape before, ContractShape after) {
        Compatibility compatibility = new Compatibility(before, after);
        compatibility.compare();
        return compatibility.changes.stream().distinct().toList();
    }

    private void compare() {
        if (!pathOf(before).equals(pathOf(after))) {
            String description = "it changed from \"" + before.path() + "\" to \"" + after.path() + "\"";
            add(Verdict.BREAK, "path", description, "Serve the old path as well, " + ACCEPT);
        }
        if (after.isStrict() && !before.isStrict()) {
            String description = "unknown fields were ignored and are now rejected";
            add(Verdict.BREAK, "strict", description, "Turn strict off, " + ACCEPT);
        }
        compareRoom();
        compareDiscriminators("toServer", before.toServer(), after.toServer());
        compareDiscriminators("toClient", before.toClient(), after.toClient());
        compareMessages(before.toServer(), after.toServer(), true);
        compareMessages(before.toClient(), after.toClient(), false);
    }

    private void compareDiscriminators(String direction, Map<String, MessageShape> old, Map<String, MessageShape> now) {
        String before = this.before.discriminatorOf(direction);
        String after = this.after.discriminatorOf(direction);
        boolean isUsed = old.values().stream().anyMatch(MessageShape::hasType)
                && now.values().stream().anyMatch(MessageShape::hasType);
        if (isUsed && !before.equals(after)) {
            add(
                    CompatibilityRule.DISCRIMINATOR_CHANGED.verdict(direction.equals("toServer"), true),
                    direction,
                    TypeChanges.discriminatorChange(before, after),
                    "Keep it with @Discriminator(\"" + before + "\"), " + ACCEPT);
        }
    }

    /** Returns the path with the positions of variables in the room key, because their names are not on the wire. */
    private static String pathOf(ContractShape contract) {
        String path = contract.path();
        for (int i = 0; i < contract.room().size(); i++) {
            path = path.replace("{" + contract.room().get(i).name() + "}", "{" + i + "}");
        }
        return path;
    }

    private void compareRoom() {
        if (before.hasRooms() != after.hasRooms()) {
            String description =
                    after.hasRooms() ? "the channel had no rooms before" : "the channel no longer has rooms";
            add(Verdict.BREAK, "room", description, "Keep rooms = " + before.hasRooms() + ", " + ACCEPT);
            return;
        }
        if (before.room().isEmpty() && after.room().isEmpty()) {
            return;
        }
        boolean isSame = before.room().size() == after.room().size();
        for (int i = 0; i < before.room().size() && isSame; i++) {
            FieldShape old = before.room().get(i);
            FieldShape now = after.room().get(i);
            isSame = old.type().type().equals(now.type().type());
            if (isSame) {
                new TypeChanges(before, after, true, "room", Optional.empty(), changes::add)
                        .compare("." + now.name(), old.type(), now.type());
            }
        }
        if (!isSame) {
            add(
                    Verdict.BREAK,
                    "room",
                    "its components changed",
                    "Keep the number and types of its components, " + ACCEPT);
        }
    }

    private void compareMessages(Map<String, MessageShape> old, Map<String, MessageShape> now, boolean isToServer) {
        if (isToServer && old.size() == 1 && now.size() > 1) {
            MessageShape only = old.values().iterator().next();
            String description = "it is no longer the only message, so frames without a type are now rejected";
            CompatibilityRule rule =
                    only.hasType() ? CompatibilityRule.MESSAGE_ADDED : CompatibilityRule.MESSAGE_BESIDE_UNTYPED;
            String fix = only.hasType() ? "" : "Serve another path for the new message, " + ACCEPT;
            add(rule.verdict(true, true), "toServer " + only.wireName(), description, fix);
        }
        Map<String, String> renamed = Renames.of(fields(old, before), fields(now, after));
        String direction = isToServer ? "toServer " : "toClient ";
        old.forEach((name, message) -> {
            MessageShape remaining = now.get(name);
            if (remaining != null) {
                compare(direction + name, message, remaining, isToServer);
            } else if (renamed.containsKey(name)) {
                String newName = renamed.get(name);
                changes.add(new Change(
                        CompatibilityRule.MESSAGE_RENAMED.verdict(isToServer, true),
                        Optional.of(newName),
                        direction + name,
                        "it seems to have been renamed to " + newName,
                        "Keep the wire name with @Type(\"" + name + "\"), " + ACCEPT));
            } else {
                Verdict verdict = CompatibilityRule.MESSAGE_REMOVED.verdict(isToServer, !message.isDeprecated());
                boolean isBreak = verdict == Verdict.BREAK;
                add(
                        verdict,
                        direction + name,
                        "the message was removed",
                        isBreak
                                ? "Annotate it with @Deprecated in one release and remove it in a later one, " + ACCEPT
                                : "");
            }
        });
    }

    private void compare(String location, MessageShape old, MessageShape now, boolean isToServer) {
        TypeChanges types =
                new TypeChanges(before, after, isToServer, location, Optional.of(now.wireName()), changes::add);
        types.compareRecords("", old.record(), now.record());
        if (old.hasType() && !now.hasType()) {
            types.report(
                    CompatibilityRule.TYPE_LEFT_OUT,
                    true,
                    "",
                    "it is written without its type, but clients may look for that",
                    "Remove @Type(\"\")");
        }
        if (!old.isVolatile() && now.isVolatile()) {
            types.report(
                    CompatibilityRule.VOLATILE_ADDED,
                    true,
                    "",
                    "it is now @Volatile, so clients may miss it",
                    "Remove @Volatile");
        }
        boolean wasAsk = !old.answers().isEmpty();
        boolean isAsk = !now.answers().isEmpty();
        if (wasAsk && !isAsk) {
            types.report(
                    CompatibilityRule.ASK_TO_MESSAGE,
                    true,
                    "",
                    "it is no longer an ask, but clients wait for its answer",
                    "Keep the Ask interface");
        } else if (!wasAsk && isAsk) {
            types.report(
                    CompatibilityRule.MESSAGE_TO_ASK,
                    true,
                    "",
                    "it is now an ask, but clients do not know that they must answer",
                    "Add a separate message for the ask");
        } else if (wasAsk && isAsk) {
            // The answer travels in the opposite direction.
            TypeChanges answer =
                    new TypeChanges(before, after, !isToServer, location, Optional.of(now.wireName()), changes::add);
            answer.compareDiscriminators(" answer", before.discriminatorOf(location), after.discriminatorOf(location));
            answer.compareVariants(" answer", old.answers(), now.answers());
        }
    }

    private void add(Verdict verdict, String location, String description, String fix) {
        if (verdict != Verdict.OK) {
            changes.add(new Change(verdict, Optional.empty(), location, description, fix));
        }
    }

    /** Returns the fields of each message. */
    private static Map<String, Map<String, FieldShape>> fields(
            Map<String, MessageShape> messages, ContractShape contract) {
        Map<String, Map<String, FieldShape>> fields = new LinkedHashMap<>();
        messages.forEach(
                (name, message) -> fields.put(name, contract.records().getOrDefault(message.record(), Map.of())));
        return fields;
    }
}
