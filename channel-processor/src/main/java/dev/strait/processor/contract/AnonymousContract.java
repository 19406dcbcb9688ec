package dev.strait.processor.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Replaces the Java names of records, unions and enums with numbers, in the order of use. */
final class AnonymousContract {

    private static final String UNION = "union ";

    private final ContractShape contract;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Map<String, FieldShape>> records = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> unions = new LinkedHashMap<>();
    private final Map<String, Set<String>> enums = new LinkedHashMap<>();

    private AnonymousContract(ContractShape contract) {
        this.contract = contract;
    }

    static ContractShape of(ContractShape contract) {
        return new AnonymousContract(contract).shape();
    }

    private ContractShape shape() {
        List<FieldShape> room = new ArrayList<>();
        contract.room().forEach(field -> room.add(field(field)));
        Map<String, MessageShape> toServer = messages(contract.toServer());
        Map<String, MessageShape> toClient = messages(contract.toClient());
        return new ContractShape(
                "",
                contract.path(),
                contract.isStrict(),
                contract.hasRooms(),
                room,
                toServer,
                toClient,
                records,
                unions,
                discriminators(),
                enums,
                List.of());
    }

    private Map<String, String> discriminators() {
        Map<String, String> shapes = new LinkedHashMap<>();
        contract.discriminators().forEach((name, property) -> {
            boolean isUnion = name.startsWith(UNION);
            String number = names.get(name);
            if (!isUnion || number != null) {
                shapes.put(isUnion ? UNION + number : name, property);
            }
        });
        return shapes;
    }

    private Map<String, MessageShape> messages(Map<String, MessageShape> messages) {
        Map<String, MessageShape> shapes = new LinkedHashMap<>();
        messages.forEach((name, message) -> shapes.put(
                name,
                new MessageShape(
                        name,
                        record(message.record()),
                        message.hasType(),
                        false,
                        message.isVolatile(),
                        variants(message.answers()))));
        return shapes;
    }

    private Map<String, String> variants(Map<String, String> variants) {
        Map<String, String> shapes = new LinkedHashMap<>();
        variants.forEach((name, record) -> shapes.put(name, record(record)));
        return shapes;
    }

    private String record(String name) {
        String key = "record " + name;
        if (!names.containsKey(key)) {
            String number = number(key);
            Map<String, FieldShape> fields = new LinkedHashMap<>();
            contract.records()
                    .getOrDefault(name, Map.of())
                    .forEach((fieldName, field) -> fields.put(fieldName, field(field)));
            records.put(number, fields);
        }
        return Objects.requireNonNull(names.get(key));
    }

    private String union(String name) {
        String key = UNION + name;
        if (!names.containsKey(key)) {
            String number = number(key);
            unions.put(number, variants(contract.unions().getOrDefault(name, Map.of())));
        }
        return Objects.requireNonNull(names.get(key));
    }

    private String enumeration(String name) {
        String key = "enum " + name;
        if (!names.containsKey(key)) {
            enums.put(number(key), contract.enums().getOrDefault(name, Set.of()));
        }
        return Objects.requireNonNull(names.get(key));
    }

    private String number(String key) {
        String number = Integer.toString(names.size());
        names.put(key, number);
        return number;
    }

    private FieldShape field(FieldShape field) {
        return new FieldShape(
                field.name(), field.aliases(), type(field.type()), field.isRequired(), field.defaultText());
    }

    private TypeShape type(TypeShape type) {
        Optional<String> of = type.of().map(name -> switch (type.type()) {
            case "record" -> record(name);
            case "union" -> union(name);
            case "enum" -> enumeration(name);
            default -> name;
        });
        return new TypeShape(
                type.type(),
                of,
                type.isNullable(),
                type.key().map(this::type),
                type.items().map(this::type),
                type.constraints());
    }
}
