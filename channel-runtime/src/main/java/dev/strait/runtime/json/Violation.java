package dev.strait.runtime.json;

/**
 * One violation of a message's contract.
 *
 * @param path the wrong value, as a JSON Pointer (RFC 6901) into the frame; empty for the frame itself
 * @param rule the violated rule: {@code required}, {@code type}, {@code format}, {@code enum}, or a constraint in
 *     kebab-case, such as {@code not-blank}
 * @param message a sentence without its subject, such as {@code must not be blank}; contains no value of the message,
 *     unless a constructor or adapter of the application adds one
 */
public record Violation(String path, String rule, String message) {}
