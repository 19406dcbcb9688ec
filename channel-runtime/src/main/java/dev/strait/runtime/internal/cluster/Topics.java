package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.spi.Backplane.Topic;
import dev.strait.runtime.spi.Selection;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/** The topics of rooms, users, channels and nodes. */
final class Topics {

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:-/";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Topics() {}

    static Topic ofRoom(String channel, String room) {
        return new Topic(Topic.Kind.ROOM, channel, escape(room));
    }

    static Topic ofUser(String channel, String user) {
        return new Topic(Topic.Kind.USER, channel, escape(user));
    }

    static Topic ofChannel(String channel) {
        return new Topic(Topic.Kind.CHANNEL, channel, "");
    }

    static Topic ofNode(String node) {
        return new Topic(Topic.Kind.NODE, "", node);
    }

    /**
     * Returns the topics by which a selection reaches all its connections that are not of this node. The connections with ids of
     * the application may be anywhere.
     */
    static Set<Topic> of(String channel, Selection to, String self) {
        Set<Topic> topics = new LinkedHashSet<>();
        if (to.everyone()
                || to.connections().stream().anyMatch(id -> NodeId.of(id).isEmpty())) {
            topics.add(ofChannel(channel));
            return topics; // every node has it
        }
        to.rooms().forEach(room -> topics.add(ofRoom(channel, room)));
        to.users().forEach(user -> topics.add(ofUser(channel, user)));
        to.connections()
                .forEach(id ->
                        NodeId.of(id).filter(node -> !node.equals(self)).ifPresent(node -> topics.add(ofNode(node))));
        return topics;
    }

    private static String escape(String name) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(octet) >= 0) {
                escaped.append((char) octet);
            } else {
                escaped.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return escaped.toString();
    }
}
