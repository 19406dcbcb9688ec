package dev.strait.runtime.spi;

/**
 * One emit on its way to the nodes that hold its recipients.
 *
 * @param channel the qualified name of the contract
 * @param to the recipients
 * @param type the message's type on the wire
 * @param message the message, or a {@link Relay} of a client's broadcast
 */
public record Emission(String channel, Selection to, String type, Object message) {}
