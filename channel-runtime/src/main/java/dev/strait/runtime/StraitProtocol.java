package dev.strait.runtime;

/** The protocol of Strait's own clients, {@code strait.v1}. It has no settings. */
public final class StraitProtocol implements WireProtocol {

    static final StraitProtocol INSTANCE = new StraitProtocol();

    private StraitProtocol() {}
}
