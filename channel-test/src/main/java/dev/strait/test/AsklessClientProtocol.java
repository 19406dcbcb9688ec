package dev.strait.test;

import org.jspecify.annotations.Nullable;

/** What the protocols of other systems have in common: clients send no hello, and there are no asks. */
abstract class AsklessClientProtocol<I, O> implements ClientProtocol<I, O> {

    private final String system;

    /**
     * Creates a protocol.
     *
     * @param system the name of the system that it stems from
     */
    AsklessClientProtocol(String system) {
        this.system = system;
    }

    /**
     * Returns the frame of a message.
     *
     * @param room the name of its room; null if it names none
     */
    abstract String message(I message, @Nullable String room);

    @Override
    public final String message(I message, @Nullable String room, @Nullable String id) {
        if (id != null) {
            throw noAsks();
        }
        return message(message, room);
    }

    @Override
    public final boolean hasHello() {
        return false;
    }

    @Override
    public final String hello(@Nullable String token) {
        throw new IllegalStateException("Clients of " + system + " send no $hello. Use bearerToken(...).");
    }

    @Override
    public final String answer(O ask, Object answer, String id) {
        throw noAsks();
    }

    @Override
    public final String refusal(String code, String text, String id) {
        throw noAsks();
    }

    @Override
    public final Object readAnswer(String frame, I ask) {
        throw noAsks();
    }

    private IllegalStateException noAsks() {
        return new IllegalStateException(system + "'s protocol does not support asks.");
    }
}
