package dev.strait.runtime.spi;

/** Takes the text messages of one connection. */
@FunctionalInterface
public interface TextReceiver {

    /**
     * A message has come as a whole.
     *
     * @param utf8 well-formed UTF-8; it belongs to the receiver from now on
     */
    void text(byte[] utf8);
}
