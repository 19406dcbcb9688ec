package dev.strait.runtime.internal.protocol;

import java.util.Optional;

/**
 * What the server tells a client that has said hello.
 *
 * @param connectionId the id of the connection
 * @param user its user id
 * @param fingerprint the fingerprint of the contract
 * @param maxMessageBytes the maximum size of a client's message
 * @param maxMessagesPerSecond the maximum rate of client messages
 */
public record Ready(
        String connectionId,
        Optional<String> user,
        String fingerprint,
        int maxMessageBytes,
        int maxMessagesPerSecond) {}
