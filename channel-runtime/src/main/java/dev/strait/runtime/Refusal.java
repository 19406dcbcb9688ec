package dev.strait.runtime;

import java.util.regex.Pattern;

/**
 * Thrown by a handler to refuse a request of a client. The client gets an error frame with the code and the text, so
 * write the text for clients.
 *
 * <p>Thrown from {@code open}, it also closes the connection: with 4401 ({@code unauthenticated}), 4403 ({@code
 * forbidden}) or 1008. Thrown from {@code join} or for a message, the connection stays open. It has no stack trace.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private final String code;

    private Refusal(String code, String text) {
        super(text, null, false, false);
        this.code = code;
    }

    /** Returns a refusal because the client is not authenticated, or not correctly. */
    public static Refusal unauthenticated(String text) {
        return new Refusal("unauthenticated", text);
    }

    /** Returns a refusal because the client lacks permission. */
    public static Refusal forbidden(String text) {
        return new Refusal("forbidden", text);
    }

    /** Returns a refusal because what the client refers to does not exist. */
    public static Refusal notFound(String text) {
        return new Refusal("not-found", text);
    }

    /** Returns a refusal because the message is well-formed but makes no sense here. */
    public static Refusal invalid(String text) {
        return new Refusal("invalid", text);
    }

    /** Returns a refusal because the state has changed since the client acted. */
    public static Refusal conflict(String text) {
        return new Refusal("conflict", text);
    }

    /** Returns a refusal because the server is too busy at the moment. */
    public static Refusal overloaded(String text) {
        return new Refusal("overloaded", text);
    }

    /**
     * Returns a refusal with an application-defined code.
     *
     * @param code up to 64 lower-case letters, digits and hyphens, a letter first, such as {@code "lot-closed"}
     * @throws IllegalArgumentException if the code does not have that form
     */
    public static Refusal of(String code, String text) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("\"" + code
                    + "\" is not a valid code. Use lower-case letters, digits and hyphens, such as \"lot-closed\".");
        }
        return new Refusal(code, text);
    }

    /** Returns the code of the error frame. */
    public String code() {
        return code;
    }

    /** Returns the text of the error frame. */
    public String text() {
        String text = getMessage();
        return text == null ? "" : text;
    }
}
