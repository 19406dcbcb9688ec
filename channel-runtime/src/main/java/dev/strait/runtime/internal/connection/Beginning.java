package dev.strait.runtime.internal.connection;

import dev.strait.runtime.internal.work.Environment;

/**
 * When a connection began, which may be before its handler has accepted it.
 *
 * @param id the id of the connection
 * @param millis the time on the wall clock
 * @param nanos the time on the clock of the environment
 */
public record Beginning(String id, long millis, long nanos) {

    /** Returns a connection that begins now. */
    public static Beginning now(String id, Environment environment) {
        return new Beginning(id, environment.wallMillis(), environment.now());
    }
}
