package dev.strait.tests.elsewhere;

/** Not a direction. */
public record ToClient(int a) {}
