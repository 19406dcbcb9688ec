package dev.strait.processor.asyncapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strait.processor.browser.Words;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.UnionModel;
import dev.strait.processor.model.VariantModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON schemas (draft-07) of records, as clients send or receive them. A schema never refuses what the server accepts: what
 * it cannot express is said in words.
 */
final class Schemas {

    private static final String SCHEMAS = "#/components/schemas/";

    /** Hints for tools. Java allows more: years of five digits, and characters outside of ASCII in a URI. */
    private static final Map<String, String> FORMATS =
            Map.of("INSTANT", "date-time", "LOCAL_DATE", "date", "URI", "uri-reference");

    private final ChannelModel channel;
    private final SchemaNames names;
    private final Map<String, List<String>> enums = new HashMap<>();

    Schemas(ChannelModel channel, SchemaNames names) {
        this.channel = channel;
        this.names = names;
        channel.enums().forEach(type -> enums.put(type.type().toString(), type.constants()));
    }

    /** Returns the schemas of all records and unions inside of messages. */
    ObjectNode all() {
        ObjectNode all = Json.object();
        for (RecordModel record : channel.records()) {
            if (names.isReceived(record.id())) {
                all.set(names.of(record.id(), false), object(record, false));
            }
            if (names.isSent(record.id())) {
                all.set(names.of(record.id(), true), object(record, true));
            }
        }
        for (UnionModel union : channel.unions()) {
            if (names.isReceived(union.id())) {
                union(all, union, false);
            }
            if (names.isSent(union.id())) {
                union(all, union, true);
            }
        }
        return all;
    }

    private void union(ObjectNode all, UnionModel union, boolean isSent) {
        ArrayNode variants = Json.array();
        for (VariantModel variant : union.variants()) {
            String name = names.ofVariant(union.id(), variant.record(), isSent);
            all.set(name, tagged(channel.record(variant.record()), union.discriminator(), variant.wireName(), isSent));
            variants.add(Json.ref(SCHEMAS + name));
        }
        ObjectNode schema = Json.object();
        schema.set("oneOf", variants);
        all.set(names.of(union.id(), isSent), schema);
    }

    /** Returns the schema of a record with the property that tells it from others. */
    ObjectNode tagged(RecordModel record, String discriminator, String wireName, boolean isSent) {
        ObjectNode schema = object(record, isSent);
        ObjectNode properties = Json.object();
        properties.set(discriminator, Json.object().put("type", "string").put("const", wireName));
        properties.setAll((ObjectNode) schema.get("properties"));
        schema.set("properties", properties);
        ArrayNode required = Json.array().add(discriminator);
        schema.path("required").forEach(required::add);
        schema.set("required", required);
        return schema;
    }

    /** Returns the schema of a record. */
    ObjectNode object(RecordModel record, boolean isSent) {
        ObjectNode schema = Json.object().put("type", "object");
        if (!record.doc().isEmpty()) {
            schema.put("description", record.doc());
        }
        ArrayNode required = Json.array();
        ObjectNode properties = Json.object();
        for (ComponentModel component : record.components()) {
            properties.set(component.jsonName(), property(component, isSent));
            boolean isAlways = isSent
                    ? component.isRequired() && component.aliases().isEmpty()
                    : !component.type().kind().isOptional();
            if (isAlways) {
                required.add(component.jsonName());
            }
            if (isSent) {
                component.aliases().forEach(alias -> properties.set(alias, property(component, true)));
            }
        }
        schema.set("properties", properties);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        if (isSent && channel.isStrict()) {
            schema.put("additionalProperties", false);
        }
        return schema;
    }

    /** Returns the schema of a component. */
    ObjectNode property(ComponentModel component, boolean isSent) {
        TypeModel type = component.type();
        boolean mayBeNull = type.isNullable() || (isSent && !component.isRequired());
        ObjectNode schema = mayBeNull ? orNull(of(type, isSent)) : of(type, isSent);
        String words = Words.of(component);
        if (words.isEmpty()) {
            return schema;
        }
        if (schema.has("$ref")) { // whose neighbours draft-07 ignores
            ObjectNode described = Json.object();
            described.set("allOf", Json.array().add(schema));
            return described.put("description", words);
        }
        return schema.put("description", words);
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.isEmpty()) {
            return schema; // anything
        }
        ObjectNode either = Json.object();
        either.set("anyOf", Json.array().add(schema).add(Json.object().put("type", "null")));
        return either;
    }

    private ObjectNode of(TypeModel type, boolean isSent) {
        ObjectNode schema = ofKind(type, isSent);
        Limits.add(type, schema);
        return schema;
    }

    private ObjectNode ofKind(TypeModel type, boolean isSent) {
        return switch (type.kind()) {
            case BOOLEAN -> typed("boolean");
            case BYTE, SHORT, INT, LONG, BIG_INTEGER, OPTIONAL_INT, OPTIONAL_LONG ->
                typed(type.isQuoted() ? "string" : "integer");
            case FLOAT, DOUBLE, BIG_DECIMAL, OPTIONAL_DOUBLE -> typed(type.isQuoted() ? "string" : "number");
            case CHAR -> typed("string").put("minLength", 1).put("maxLength", 1);
            case STRING -> typed("string");
            case BYTES -> typed("string").put("contentEncoding", "base64");
            case TEXT -> text(type.reference().orElseThrow());
            case ENUM -> {
                ObjectNode schema = typed("string");
                schema.set("enum", Json.array(enums.getOrDefault(type.name().toString(), List.of())));
                yield schema;
            }
            case RECORD, UNION -> Json.ref(SCHEMAS + names.of(type.reference().orElseThrow(), isSent));
            case JSON_NODE, FOREIGN -> Json.object();
            case OPTIONAL -> of(type.argument(), isSent);
            case LIST, SET, ARRAY -> {
                ObjectNode schema = typed("array");
                schema.set("items", item(type.argument(), isSent));
                yield schema;
            }
            case MAP -> {
                ObjectNode schema = typed("object");
                schema.set("additionalProperties", item(type.argument(), isSent));
                yield schema;
            }
        };
    }

    private ObjectNode item(TypeModel type, boolean isSent) {
        return type.isNullable() ? orNull(of(type, isSent)) : of(type, isSent);
    }

    private static ObjectNode text(String format) {
        ObjectNode schema = typed("string");
        if (format.equals("UUID")) {
            return schema.put("format", "uuid").put("pattern", "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$");
        }
        return FORMATS.containsKey(format) ? schema.put("format", FORMATS.get(format)) : schema;
    }

    private static ObjectNode typed(String type) {
        return Json.object().put("type", type);
    }

    /** Returns whether a type is a number in JSON. */
    static boolean isNumber(TypeModel type) {
        return type.kind().isNumber() && !type.isQuoted();
    }
}
