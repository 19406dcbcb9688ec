package dev.strait.runtime.spi;

/**
 * One emit on its way to the nodes that hold the connections.
 *
 * @param channel the contract's qualified name
 * @param to who it is for
 * @param type the message's name on the wire
 * @param message the message itself, or a {@link Relay} of what a client sends to others
 */
public record Emission(String channel, Selection to, String type, Object message) {}
