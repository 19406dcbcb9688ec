package dev.strait.client;

import dev.strait.runtime.json.FrameException;

/**
 * Something that the server has sent and this client cannot read, such as a message of a newer contract.
 *
 * @param text the frame
 * @param cause why it cannot be read
 */
public record UnknownFrame(String text, FrameException cause) {}
