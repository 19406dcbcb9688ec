package dev.strait.processor.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The canonical text of a contract: JSON in alphabetical order with one field a line, so that every change is visible in
 * a diff.
 */
public final class CanonicalText {

    private static final int FINGERPRINT_BYTES = 8;

    private CanonicalText() {}

    /** Returns the text, including a final line break. */
    public static String of(ContractShape contract) {
        List<String> sections = new ArrayList<>();
        sections.add("\"format\": 1");
        sections.add("\"channel\": " + quote(contract.channel()));
        sections.add("\"path\": " + quote(contract.path()));
        sections.add("\"strict\": " + contract.isStrict());
        if (!contract.hasRooms()) {
            sections.add("\"rooms\": false");
        }
        sections.add("\"room\": "
                + list(contract.room().stream().map(CanonicalText::roomField).toList()));
        sections.add("\"toServer\": " + messages(contract.toServer()));
        sections.add("\"toClient\": " + messages(contract.toClient()));
        List<String> records = new ArrayList<>();
        contract.records().forEach((name, fields) -> records.add(quote(name) + ": " + indented(fields(fields))));
        sections.add("\"records\": " + object(records));
        List<String> unions = new ArrayList<>();
        contract.unions().forEach((name, variants) -> unions.add(quote(name) + ": " + indented(variants(variants))));
        sections.add("\"unions\": " + object(unions));
        if (!contract.discriminators().isEmpty()) {
            sections.add("\"discriminators\": " + object(pairs(contract.discriminators())));
        }
        List<String> enums = new ArrayList<>();
        contract.enums().forEach((name, constants) -> enums.add(quote(name) + ": " + indented(constants(constants))));
        sections.add("\"enums\": " + object(enums));
        if (!contract.accepted().isEmpty()) {
            sections.add("\"accepted\": "
                    + list(contract.accepted().stream()
                            .map(CanonicalText::quote)
                            .toList()));
        }
        return "{\n  " + String.join(",\n  ", sections) + "\n}\n";
    }

    /** Returns a hash of what the contract means on the wire. Java names do not affect it. */
    public static String fingerprint(ContractShape contract) {
        try {
            byte[] text = of(AnonymousContract.of(contract)).getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible); // every JDK has SHA-256
        }
    }

    private static String roomField(FieldShape field) {
        return "{\"name\": " + quote(field.name()) + ", " + type(field.type()) + "}";
    }

    private static String messages(Map<String, MessageShape> messages) {
        List<String> lines = new ArrayList<>();
        for (MessageShape message : messages.values()) {
            StringBuilder line = new StringBuilder(quote(message.wireName()))
                    .append(": {\"record\": ")
                    .append(quote(message.record()));
            if (!message.hasType()) {
                line.append(", \"untyped\": true");
            }
            if (message.isDeprecated()) {
                line.append(", \"deprecated\": true");
            }
            if (message.isVolatile()) {
                line.append(", \"volatile\": true");
            }
            if (!message.answers().isEmpty()) {
                line.append(", \"answers\": {")
                        .append(String.join(", ", pairs(message.answers())))
                        .append('}');
            }
            lines.add(line.append('}').toString());
        }
        return object(lines);
    }

    private static String fields(Map<String, FieldShape> fields) {
        List<String> lines = new ArrayList<>();
        for (FieldShape field : fields.values()) {
            StringBuilder line =
                    new StringBuilder(quote(field.name())).append(": {").append(type(field.type()));
            if (field.isRequired()) {
                line.append(", \"required\": true");
            }
            field.defaultText().ifPresent(text -> line.append(", \"default\": ").append(quote(text)));
            if (!field.aliases().isEmpty()) {
                line.append(", \"aliases\": [")
                        .append(String.join(
                                ", ",
                                field.aliases().stream()
                                        .map(CanonicalText::quote)
                                        .toList()))
                        .append(']');
            }
            lines.add(line.append('}').toString());
        }
        return object(lines);
    }

    private static String type(TypeShape type) {
        StringBuilder text = new StringBuilder("\"type\": ").append(quote(type.type()));
        type.of().ifPresent(of -> text.append(", \"of\": ").append(quote(of)));
        if (type.isNullable()) {
            text.append(", \"nullable\": true");
        }
        type.key()
                .ifPresent(key -> text.append(", \"key\": {").append(type(key)).append('}'));
        type.items()
                .ifPresent(items ->
                        text.append(", \"items\": {").append(type(items)).append('}'));
        if (!type.constraints().isEmpty()) {
            List<String> constraints =
                    type.constraints().stream().map(CanonicalText::constraint).toList();
            text.append(", \"constraints\": [")
                    .append(String.join(", ", constraints))
                    .append(']');
        }
        return text.toString();
    }

    private static String constraint(ConstraintShape constraint) {
        List<String> entries = new ArrayList<>(List.of("\"rule\": " + quote(constraint.rule())));
        entries.addAll(pairs(constraint.parameters()));
        return "{" + String.join(", ", entries) + "}";
    }

    private static String variants(Map<String, String> variants) {
        return object(pairs(variants));
    }

    private static String constants(Set<String> constants) {
        return list(constants.stream().map(CanonicalText::quote).toList());
    }

    private static List<String> pairs(Map<String, String> texts) {
        List<String> pairs = new ArrayList<>();
        texts.forEach((name, text) -> pairs.add(quote(name) + ": " + quote(text)));
        return pairs;
    }

    private static String object(Collection<String> lines) {
        return block('{', lines, '}');
    }

    private static String list(Collection<String> lines) {
        return block('[', lines, ']');
    }

    private static String block(char open, Collection<String> lines, char close) {
        return lines.isEmpty() ? "" + open + close : open + "\n    " + String.join(",\n    ", lines) + "\n  " + close;
    }

    private static String indented(String block) {
        return block.replace("\n", "\n  ");
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '"' || unit == '\\') {
                quoted.append('\\').append(unit);
            } else if (unit < ' ' || unit > '~') {
                quoted.append(String.format("\\u%04x", (int) unit));
            } else {
                quoted.append(unit);
            }
        }
        return quoted.append('"').toString();
    }
}
