package dev.strait.runtime.spi;

/**
 * One emit on its way to its recipients.
 *
 * @param channel the qualified name of the contract
 * @param to the recipients
 * @param type the message's type on the wire
 * @param message the message, the {@link Encoded} message, or a {@link Relay} of a client's broadcast
 */
public record Emission(String channel, Selection to, String type, Object message) {

    /**
     * A message as its origin has encoded it, so that a node that passes it on needs no record.
     *
     * @param utf8 one JSON object, without the fields of a protocol; not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Encoded(byte[] utf8) {}
}
