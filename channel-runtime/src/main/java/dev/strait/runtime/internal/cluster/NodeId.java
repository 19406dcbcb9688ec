package dev.strait.runtime.internal.cluster;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a node, new with each start, and the ids of its connections: {@code k3J9x0aB.} and 16 random characters. So the id
 * of a connection tells its node.
 */
public final class NodeId {

    private static final int NODE_BYTES = 6;
    private static final int CONNECTION_BYTES = 12;
    private static final Pattern OF_NODE = Pattern.compile("([A-Za-z0-9_-]{8})\\.[A-Za-z0-9_-]{16}");

    private final SecureRandom random = new SecureRandom();
    private final String text = randomText(NODE_BYTES);

    private NodeId() {}

    /** Returns a new id, which cannot be predicted. */
    public static NodeId create() {
        return new NodeId();
    }

    /** Returns the node of a connection; empty if the application has chosen the id of the connection. */
    static Optional<String> of(String connectionId) {
        return Optional.of(OF_NODE.matcher(connectionId))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }

    /** Returns the id of a new connection of this node. */
    public String nextConnection() {
        return text + "." + randomText(CONNECTION_BYTES);
    }

    private String randomText(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return text;
    }
}
