package dev.strait.processor.asyncapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strait.processor.browser.BrowserFiles;
import dev.strait.processor.browser.Words;
import dev.strait.processor.contract.CanonicalText;
import dev.strait.processor.contract.FrameSize;
import dev.strait.processor.contract.ShapeOf;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.MessageModel;
import dev.strait.processor.model.RecordModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Describes a channel as an AsyncAPI 3.0.0 document, from the server's side: it receives what clients send. The same model
 * gives the same bytes.
 */
public final class AsyncApiDocument {

    private static final String VERSION = "3.0.0";
    private static final String BINDING_VERSION = "0.1.0";

    private final ChannelModel channel;
    private final ObjectNode info;
    private final SchemaNames names;
    private final MessageObjects messages;
    private final String fingerprint;
    private final String key;

    private AsyncApiDocument(ChannelModel channel, ObjectNode info) {
        this.channel = channel;
        this.info = info;
        this.names = new SchemaNames(channel);
        this.messages = new MessageObjects(channel, names);
        this.fingerprint = CanonicalText.fingerprint(ShapeOf.contract(channel));
        String simpleName = String.join("_", channel.contract().simpleNames()).replaceAll("[^A-Za-z0-9_-]", "_");
        this.key = simpleName.substring(0, 1).toLowerCase(Locale.ROOT) + simpleName.substring(1);
    }

    /**
     * Returns the text of the document.
     *
     * @param info what replaces or adds to the info object
     */
    public static String write(ChannelModel channel, ObjectNode info) {
        return Json.text(new AsyncApiDocument(channel, info).document());
    }

    private ObjectNode document() {
        ObjectNode document = Json.object().put("asyncapi", VERSION);
        ObjectNode about =
                Json.object().put("title", channel.contract().canonicalName()).put("version", fingerprint);
        if (!channel.doc().isEmpty()) {
            about.put("description", channel.doc());
        }
        document.set("info", about.setAll(info));
        document.put("defaultContentType", "application/json");
        ObjectNode all = messages.all();
        document.set("channels", Json.object().set(key, channelObject(all)));
        document.set("operations", operations());
        ObjectNode components = Json.object();
        components.set("messages", all);
        components.set("schemas", messages.schemas().all());
        document.set("components", components);
        return document;
    }

    private ObjectNode channelObject(ObjectNode all) {
        ObjectNode node = Json.object().put("address", channel.path().template());
        if (!channel.doc().isEmpty()) {
            node.put("description", channel.doc());
        }
        if (channel.isPathBound()) {
            node.set("parameters", parameters());
        }
        ObjectNode references = Json.object();
        all.fieldNames().forEachRemaining(name -> references.set(name, Json.ref("#/components/messages/" + name)));
        node.set("messages", references);
        node.set("bindings", Json.object().set("ws", binding()));
        node.put("x-strait-contract", fingerprint);
        node.put("x-strait-connect", BrowserFiles.connect(channel));
        node.put("x-strait-rooms", channel.isPathBound() ? "path" : channel.hasRooms() ? "joined" : "none");
        ObjectNode room = Json.object();
        roomComponents()
                .forEach(component ->
                        room.set(component.name(), messages.schemas().property(component, true)));
        if (!room.isEmpty()) {
            node.set("x-strait-room", room);
        }
        FrameSize.largestToServer(channel)
                .ifPresent(largest -> node.put("x-strait-max-message-bytes", largest.frameBytes()));
        return node;
    }

    private ObjectNode parameters() {
        ObjectNode parameters = Json.object();
        for (String variable : channel.path().variables()) {
            Optional<ComponentModel> component = roomComponents().stream()
                    .filter(each -> each.name().equals(variable))
                    .findFirst();
            String words = component.map(Words::of).orElse("");
            ObjectNode parameter = Json.object().put("description", words.isEmpty() ? "Names the room." : words);
            component
                    .flatMap(each -> new Examples(channel).of(each))
                    .ifPresent(example -> parameter.set("examples", Json.array().add(example.asText())));
            component
                    .map(each -> messages.schemas().property(each, true).get("enum"))
                    .ifPresent(names -> parameter.set("enum", names));
            parameters.set(variable, parameter);
        }
        return parameters;
    }

    private List<ComponentModel> roomComponents() {
        return channel.room()
                .map(room -> room.record())
                .map(RecordModel::components)
                .orElse(List.of());
    }

    private ObjectNode binding() {
        ObjectNode properties = Json.object();
        if (channel.hasRooms() && !channel.isPathBound()) {
            ObjectNode room = Json.object().put("type", "string");
            properties.set("room", room.put("description", "A room to join at once. May be repeated."));
        }
        properties.set(
                "hello",
                Json.object()
                        .put("type", "string")
                        .put("const", "1")
                        .put("description", "The client sends $hello first, such as with a token."));
        ObjectNode query = Json.object().put("type", "object");
        query.set("properties", properties);
        ObjectNode binding = Json.object().put("method", "GET");
        binding.set("query", query);
        return binding.put("bindingVersion", BINDING_VERSION);
    }

    private ObjectNode operations() {
        ObjectNode operations = Json.object();
        channel.toServerMessages()
                .forEach(message ->
                        operations.set("receive" + messages.name(message, true), operation(message, "receive", true)));
        channel.toClientMessages()
                .forEach(message ->
                        operations.set("send" + messages.name(message, false), operation(message, "send", false)));
        return operations;
    }

    private ObjectNode operation(MessageModel message, String action, boolean isSent) {
        ObjectNode operation = Json.object().put("action", action);
        operation.set("channel", channelReference());
        if (!message.doc().isEmpty()) {
            operation.put("description", message.doc());
        }
        operation.set("messages", Json.array().add(reference(messages.name(message, isSent))));
        message.answer().ifPresent(answer -> {
            List<String> replies = new ArrayList<>();
            answer.variants()
                    .forEach(variant ->
                            replies.add(names.ofAnswer(message.record().id(), variant.record())));
            replies.add(names.ofError());
            ArrayNode references = Json.array();
            replies.forEach(reply -> references.add(reference(reply)));
            ObjectNode reply = Json.object();
            reply.set("channel", channelReference());
            reply.set("messages", references);
            operation.set("reply", reply);
        });
        return operation;
    }

    private ObjectNode channelReference() {
        return Json.ref("#/channels/" + key);
    }

    private ObjectNode reference(String message) {
        return Json.ref("#/channels/" + key + "/messages/" + message);
    }
}
