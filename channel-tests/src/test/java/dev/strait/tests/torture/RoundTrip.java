package dev.strait.tests.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A contract, and messages that its codec must encode and decode. Messages are Java expressions. */
final class RoundTrip {

    private static final String VALUES = """
            package <package>;
            import <package>.Chat.*;
            import java.math.*;
            import java.time.*;
            import java.util.*;
            public final class Values {
                private Values() {}
                public static java.util.List<Object> survivors() {
                    return Arrays.<Object>asList(<survivors>);
                }
                public static java.util.List<Object> decoded() {
                    return Arrays.<Object>asList(<decoded>);
                }
                public static java.util.List<Object> rejected() {
                    return Arrays.<Object>asList(<rejected>);
                }
            }
            """;

    private final String name;
    private final String body;
    private final List<String> survivors = new ArrayList<>();
    private final List<String> frames = new ArrayList<>();
    private final List<String> decoded = new ArrayList<>();
    private final List<String> rejected = new ArrayList<>();
    private final List<String> rejectedFrames = new ArrayList<>();

    RoundTrip(String name, String body) {
        this.name = name;
        this.body = body;
    }

    /** Adds messages that decode to equal ones. */
    RoundTrip survives(String... expressions) {
        survivors.addAll(List.of(expressions));
        return this;
    }

    /** Adds a frame that decodes to a message. */
    RoundTrip decodes(String frame, String expression) {
        frames.add(frame);
        decoded.add(expression);
        return this;
    }

    /** Adds messages whose frames are rejected, because they exceed a limit. */
    RoundTrip rejects(String... expressions) {
        rejected.addAll(List.of(expressions));
        return this;
    }

    /** Adds a frame that is rejected. */
    RoundTrip rejectsFrame(String frame) {
        rejectedFrames.add(frame);
        return this;
    }

    /** Returns the contract, with a class {@code Values} of the messages. */
    OddContract contract() {
        String values = VALUES.replace("<survivors>", String.join(",\n", survivors))
                .replace("<decoded>", String.join(",\n", decoded))
                .replace("<rejected>", String.join(",\n", rejected));
        return OddContract.ofFiles(
                "roundtrip",
                name,
                Map.of("Chat.java", ContractText.withImports("Chat", "/ws", body), "Values.java", values));
    }

    List<String> frames() {
        return frames;
    }

    List<String> rejectedFrames() {
        return rejectedFrames;
    }

    @Override
    public String toString() {
        return contract().name();
    }
}
