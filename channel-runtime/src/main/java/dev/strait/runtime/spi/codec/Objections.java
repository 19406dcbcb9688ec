package dev.strait.runtime.spi.codec;

/** What a client learns about an exception that the application threw because of a value. */
final class Objections {

    private Objections() {}

    /** Returns the message of an exception that is about an argument; otherwise a fixed text. */
    static String text(Exception objection, String otherwise) {
        boolean isAboutArgument =
                objection instanceof IllegalArgumentException || objection instanceof NullPointerException;
        String message = objection.getMessage();
        return isAboutArgument && message != null ? Printable.of(message) : otherwise;
    }
}
