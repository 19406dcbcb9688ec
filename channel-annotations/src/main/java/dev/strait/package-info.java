/**
 * The annotations of a contract. {@link dev.strait.Channel} stands on the interface; the messages are the records nested
 * in it.
 */
package dev.strait;
