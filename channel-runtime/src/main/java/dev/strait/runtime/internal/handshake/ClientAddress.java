package dev.strait.runtime.internal.handshake;

/**
 * The address of a client.
 *
 * @param text the address, for the application
 * @param network the text by which limits count it
 */
public record ClientAddress(String text, String network) {

    /** Returns an address. Most networks are the address itself, which each connection then keeps only once. */
    static ClientAddress of(String text, String network) {
        return new ClientAddress(text, network.equals(text) ? text : network);
    }
}
