package dev.strait.runtime.internal.handshake;

/**
 * The address of a client.
 *
 * @param text the address, for the application
 * @param network the text by which limits count it
 */
public record ClientAddress(String text, String network) {}
