package dev.strait.tests.elsewhere;

/** An enum of another package. */
public enum Level {
    LOW,
    HIGH
}
