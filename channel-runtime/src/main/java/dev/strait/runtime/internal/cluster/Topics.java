package dev.strait.runtime.internal.cluster;

import dev.strait.runtime.spi.Backplane.Topic;
import dev.strait.runtime.spi.Selection;
import dev.strait.runtime.spi.codec.PercentEncoding;
import java.util.LinkedHashSet;
import java.util.Set;

/** The topics of rooms, users, channels and nodes. */
final class Topics {

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:-/";

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

    /** Returns the topic of what nodes say about themselves. No node has an id like its name. */
    static Topic ofAllNodes() {
        return new Topic(Topic.Kind.NODE, "", "all");
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
        return PercentEncoding.encode(name, PLAIN);
    }
}
