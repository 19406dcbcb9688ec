package dev.strait.processor.asyncapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strait.processor.browser.BrowserFiles;
import dev.strait.processor.model.AnswerModel;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.MessageModel;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.VariantModel;
import java.util.Optional;

/** The message objects of a document: the messages of both directions, and the answers to asks. */
final class MessageObjects {

    private static final int MAX_ID = 64;

    private final ChannelModel channel;
    private final SchemaNames names;
    private final Schemas schemas;
    private final Examples examples;

    MessageObjects(ChannelModel channel, SchemaNames names) {
        this.channel = channel;
        this.names = names;
        this.schemas = new Schemas(channel, names);
        this.examples = new Examples(channel);
    }

    Schemas schemas() {
        return schemas;
    }

    /** Returns all messages by name. */
    ObjectNode all() {
        ObjectNode all = Json.object();
        for (MessageModel message : channel.toServerMessages()) {
            all.set(name(message, true), message(message, true));
        }
        for (MessageModel message : channel.toClientMessages()) {
            all.set(name(message, false), message(message, false));
        }
        for (MessageModel ask : channel.toServerMessages()) {
            ask.answer().ifPresent(answer -> addAnswers(all, ask, answer, false));
        }
        for (MessageModel ask : channel.toClientMessages()) {
            ask.answer().ifPresent(answer -> addAnswers(all, ask, answer, true));
        }
        all.set(names.ofError(), error());
        return all;
    }

    String name(MessageModel message, boolean isSent) {
        return names.ofMessage(message.record().id(), isSent);
    }

    private ObjectNode message(MessageModel message, boolean isSent) {
        RecordModel record = message.record();
        String discriminator = isSent ? channel.toServerDiscriminator() : channel.toClientDiscriminator();
        boolean mayOmitType = isSent && channel.toServerMessages().size() == 1;
        ObjectNode payload = message.hasType()
                ? schemas.tagged(record, discriminator, message.wireName(), isSent)
                : schemas.object(record, isSent);
        if (mayOmitType && message.hasType()) {
            payload.withArray("required").remove(0);
        }
        ObjectNode properties = (ObjectNode) payload.get("properties");
        if (isSent) {
            properties.set("$id", id("Correlates the message with the answer or the error."));
        } else if (message.isAsk()) {
            properties.set("$id", id("The answer has it as $re."));
        }
        if (channel.hasRooms() && !channel.isPathBound()) {
            properties.set("$room", room());
        }
        if (isSent && channel.isStrict()) {
            allowEnvelope(properties);
            if (!message.hasType()) {
                properties.set(
                        discriminator, Json.object().put("type", "string").put("const", message.wireName()));
            }
        }
        if (message.isAsk() && !isSent) {
            payload.withArray("required").add("$id");
        }
        Optional<ObjectNode> example = example(record, message.hasType(), discriminator, message.wireName())
                .map(fields -> message.isAsk() ? identified(fields, isSent) : fields);
        ObjectNode node = object(message.wireName(), message.doc(), payload, example);
        if (message.isAsk()) {
            node.set("correlationId", Json.object().put("location", "$message.payload#/$id"));
        }
        if (isSent) {
            node.put("x-strait-method", BrowserFiles.method(message));
            node.put("x-strait-rules", record.id());
        }
        if (message.isVolatile()) {
            node.put("x-strait-volatile", true);
        }
        if (message.isDeprecated()) {
            node.put("x-strait-deprecated", true);
        }
        if (!message.roles().isEmpty()) {
            node.set("x-strait-roles", Json.array(message.roles()));
        }
        return node;
    }

    /** Clients number their asks, and the server names its own. */
    private static ObjectNode identified(ObjectNode fields, boolean isSent) {
        return isSent ? fields.put("$id", 1) : fields.put("$id", "s1");
    }

    private void addAnswers(ObjectNode all, MessageModel ask, AnswerModel answer, boolean isSent) {
        for (VariantModel variant : answer.variants()) {
            RecordModel record = channel.record(variant.record());
            ObjectNode payload = schemas.tagged(record, answer.discriminator(), variant.wireName(), isSent);
            ((ObjectNode) payload.get("properties")).set("$re", id("The id of the ask."));
            if (isSent && answer.variants().size() == 1) {
                payload.withArray("required").remove(0);
            }
            payload.withArray("required").add("$re");
            if (isSent && channel.isStrict()) {
                allowEnvelope((ObjectNode) payload.get("properties"));
            }
            Optional<ObjectNode> example = example(record, true, answer.discriminator(), variant.wireName())
                    .map(fields -> isSent ? fields.put("$re", "s1") : fields.put("$re", 1));
            ObjectNode node = object(variant.wireName(), record.doc(), payload, example);
            node.set("correlationId", Json.object().put("location", "$message.payload#/$re"));
            if (isSent) {
                node.put("x-strait-rules", record.id());
            }
            all.set(names.ofAnswer(ask.record().id(), variant.record()), node);
        }
    }

    private Optional<ObjectNode> example(RecordModel record, boolean hasType, String discriminator, String wireName) {
        return examples.of(record).map(fields -> {
            ObjectNode payload = Json.object();
            if (hasType) {
                payload.put(discriminator, wireName);
            }
            return payload.setAll(fields);
        });
    }

    private static ObjectNode object(String wireName, String doc, ObjectNode payload, Optional<ObjectNode> example) {
        ObjectNode node = Json.object().put("name", wireName);
        if (!doc.isEmpty()) {
            node.put("description", doc);
        }
        node.set("payload", payload);
        example.ifPresent(fields -> {
            ObjectNode wrapped = Json.object();
            wrapped.set("payload", fields);
            node.set("examples", Json.array().add(wrapped));
        });
        return node;
    }

    private static ObjectNode error() {
        ObjectNode properties = Json.object();
        properties.set("type", Json.object().put("type", "string").put("const", "$error"));
        properties.set("$re", id("The id of what was refused."));
        properties.set(
                "code", Json.object().put("type", "string").put("description", "What went wrong, such as forbidden."));
        properties.set("message", Json.object().put("type", "string").put("description", "A text for people."));
        ObjectNode violation = Json.object().put("type", "object");
        ObjectNode parts = Json.object();
        for (String part : new String[] {"path", "rule", "message"}) {
            parts.set(part, Json.object().put("type", "string"));
        }
        violation.set("properties", parts);
        ObjectNode errors = Json.object().put("type", "array").put("description", "What is wrong with the message.");
        errors.set("items", violation);
        properties.set("errors", errors);
        properties.set("retryMs", Json.object().put("type", "integer").put("description", "When to try again."));
        ObjectNode payload = Json.object().put("type", "object");
        payload.set("properties", properties);
        ArrayNode required = Json.array().add("type").add("code");
        payload.set("required", required);
        ObjectNode example = Json.object()
                .put("type", "$error")
                .put("$re", 1)
                .put("code", "forbidden")
                .put("message", "Your roles do not allow this message.");
        ObjectNode node = object("$error", "What was sent is refused.", payload, Optional.of(example));
        node.set("correlationId", Json.object().put("location", "$message.payload#/$re"));
        return node;
    }

    /** Adds what the server accepts around each message. */
    private static void allowEnvelope(ObjectNode properties) {
        properties.putIfAbsent("$id", id("Ignored here."));
        properties.putIfAbsent("$re", id("Ignored here."));
        properties.putIfAbsent("$room", room());
    }

    private static ObjectNode room() {
        return Json.object().put("type", "string").put("description", "The room.");
    }

    private static ObjectNode id(String description) {
        ObjectNode schema = Json.object();
        schema.set("type", Json.array().add("integer").add("string"));
        return schema.put("maxLength", MAX_ID).put("description", description);
    }
}
