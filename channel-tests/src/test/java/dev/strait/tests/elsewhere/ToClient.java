package dev.strait.tests.elsewhere;

/** A record that is named like a direction. */
public record ToClient(int a) {}
