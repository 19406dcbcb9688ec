package dev.strait.processor.contract;

import java.util.Optional;

/**
 * A difference between a contract and what it was.
 *
 * @param verdict what it does to those who speak the other one
 * @param message the message that it is of, as it is called now; empty where it is of none that is left
 * @param where what changed, such as {@code toServer say.text}
 * @param what what became of it
 * @param cure the ways out
 */
public record Change(Verdict verdict, Optional<String> message, String where, String what, String cure) {

    /** What a change does. */
    public enum Verdict {
        /** Everybody goes on. */
        OK,
        /** Somebody may notice. */
        WARN,
        /** Somebody fails. */
        BREAK
    }

    /** What is kept of one that was accepted. */
    public String line() {
        return where + ": " + what;
    }
}
