package dev.strait.client;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Connects the traces of a client with those of the server. A trace is a text of at most 128 characters, such as a {@code
 * traceparent} of <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>. Implementations are safe for all
 * threads and do not block.
 *
 * @see ClientBuilder#traceContext
 */
@FunctionalInterface
public interface TraceContext {

    /**
     * Returns the trace of the current thread's work. Called for each message and ask, on the thread that sends it. The frame
     * carries it as {@code $trace}; servers ignore a longer text. What it throws, the method that sends throws.
     */
    Optional<String> current();

    /**
     * Calls the handler of an ask that carries a trace. Servers add theirs to asks of clients that have sent one. By default,
     * the handler is called without it.
     *
     * @param trace the trace of the server
     * @param handler the call of the handler
     * @return what the handler returns
     */
    default <T> T callWithin(String trace, Supplier<T> handler) {
        return handler.get();
    }
}
