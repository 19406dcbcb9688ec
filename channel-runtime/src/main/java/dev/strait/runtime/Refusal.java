package dev.strait.runtime;

import java.util.regex.Pattern;

/**
 * Thrown by a handler to refuse what a client wants. The client gets an error frame with the code and the text; so the
 * text is for clients to read. Thrown from {@code open}, the connection is then closed with 4401
 * ({@code unauthenticated}), 4403 ({@code forbidden}) or 1008; from {@code join} or a message it stays.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private final String code;

    private Refusal(String code, String text) {
        super(text, null, false, false);
        this.code = code;
    }

    /** The client has not said who it is, or not credibly. */
    public static Refusal unauthenticated(String text) {
        return new Refusal("unauthenticated", text);
    }

    /** The client may not do this. */
    public static Refusal forbidden(String text) {
        return new Refusal("forbidden", text);
    }

    /** What the client speaks of does not exist. */
    public static Refusal notFound(String text) {
        return new Refusal("not-found", text);
    }

    /** The message is well-formed and makes no sense here. */
    public static Refusal invalid(String text) {
        return new Refusal("invalid", text);
    }

    /** The message comes too late: things have changed. */
    public static Refusal conflict(String text) {
        return new Refusal("conflict", text);
    }

    /** Too much to do at the moment. */
    public static Refusal overloaded(String text) {
        return new Refusal("overloaded", text);
    }

    /**
     * A refusal with a code of the application's own.
     *
     * @param code lower-case letters, digits and hyphens, such as {@code "lot-closed"}
     * @throws IllegalArgumentException the code is not of that form
     */
    public static Refusal of(String code, String text) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("A refusal's code is lower-case with hyphens, such as \"lot-closed\".");
        }
        return new Refusal(code, text);
    }

    /** The code in the error frame. */
    public String code() {
        return code;
    }

    /** The text in the error frame. */
    public String text() {
        String text = getMessage();
        return text == null ? "" : text;
    }
}
