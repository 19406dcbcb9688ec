package dev.strait.tests.elsewhere;

/** An enum from another package. */
public enum Level {
    LOW,
    HIGH
}
