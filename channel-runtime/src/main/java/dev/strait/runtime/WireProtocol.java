package dev.strait.runtime;

/**
 * The protocol that the clients of one path speak, with its settings. {@link Protocols} creates them.
 *
 * <p>A channel may be served at several paths with different protocols. They share its rooms, emits, exclusions and
 * queries.
 */
public sealed interface WireProtocol permits StraitProtocol, LucentProtocol, AlephaProtocol {}
