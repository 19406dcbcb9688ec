package dev.strait.runtime.json;

/**
 * One thing that is wrong with a message.
 *
 * @param path where, as a JSON Pointer (RFC 6901) into the frame; empty for the frame itself
 * @param rule what it breaks: {@code required}, {@code type}, {@code format}, {@code enum}, or a constraint in kebab-case
 *     such as {@code not-blank}
 * @param message a sentence for people, without any value of the message
 */
public record Violation(String path, String rule, String message) {}
