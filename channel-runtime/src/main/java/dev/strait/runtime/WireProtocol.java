package dev.strait.runtime;

/**
 * What the clients of one path speak, with its settings; made by {@link Protocols}. The same channel may be deployed under
 * several paths with different protocols: its rooms, emits, exclusions and queries span them all.
 */
public sealed interface WireProtocol permits StraitProtocol, LucentProtocol, AlephaProtocol {}
