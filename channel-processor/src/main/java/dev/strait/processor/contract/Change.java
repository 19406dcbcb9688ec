package dev.strait.processor.contract;

import java.util.Optional;

/**
 * A difference between two versions of a contract.
 *
 * @param verdict the effect on clients and servers of the other version
 * @param message the current wire name of the message that changed; empty if there is none
 * @param location what changed, such as {@code toServer say.text}
 * @param description how it changed
 * @param fix how to avoid or accept the change
 */
public record Change(Verdict verdict, Optional<String> message, String location, String description, String fix) {

    /** The effect of a change. */
    public enum Verdict {
        /** Clients are not affected. */
        OK,
        /** Clients may notice the change. */
        WARN,
        /** Clients fail. */
        BREAK
    }

    /** Returns the line that records an accepted change. */
    public String summary() {
        return location + ": " + description;
    }
}
