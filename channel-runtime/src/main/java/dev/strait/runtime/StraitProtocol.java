package dev.strait.runtime;

/** The protocol of Strait's own clients, {@code strait.v1}. It has no settings. */
public record StraitProtocol() implements WireProtocol {}
