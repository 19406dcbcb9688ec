package dev.strait.runtime.spi;

/** Receives the text messages of one connection. */
@FunctionalInterface
public interface TextReceiver {

    /**
     * Called for each complete message.
     *
     * @param utf8 the message in well-formed UTF-8; it belongs to the receiver
     */
    void text(byte[] utf8);
}
