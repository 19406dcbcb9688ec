/**
 * The annotations of a contract. Start with {@link dev.strait.Channel}, which declares the contract; its nested records
 * are the messages.
 */
package dev.strait;
