/**
 * The base of the generated clients for Java.
 *
 * <p>A generated client, such as {@code ChatClient}, has a method for each message that clients send, and one to listen for
 * each message that the server sends. It connects, reconnects, joins its rooms again, and checks messages before it sends
 * them.
 */
@NullMarked
package dev.strait.client;

import org.jspecify.annotations.NullMarked;
