package dev.strait.client;

import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;

/**
 * What a client needs of the world.
 *
 * @param transport how frames get to the server
 * @param clock time and timers
 * @param random random numbers from zero to one
 * @param executor where tokens are requested and futures complete; handlers may wait for both
 * @param calls the calls into the application
 * @param turn the lock of the client
 */
record Environment(Transport transport, Clock clock, DoubleSupplier random, Executor executor, Calls calls, Turn turn) {

    Environment(Transport transport, Clock clock, DoubleSupplier random, Executor executor, Calls calls) {
        this(transport, clock, random, executor, calls, new Turn(calls));
    }

    Alarm alarm() {
        return new Alarm(clock, turn);
    }
}
