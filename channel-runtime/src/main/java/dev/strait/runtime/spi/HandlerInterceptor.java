package dev.strait.runtime.spi;

import dev.strait.runtime.Handshake;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs code around each call of a handler or a room with state, on the thread of the call. Frameworks set up what belongs
 * to a call here: the identity of the caller, a transaction, a span, the context of the log.
 *
 * <p>Several interceptors nest in the order in which they were added to the hub: the first one is the outermost. They may
 * run concurrently, must be fast and must not block. Without interceptors, calls cost nothing more.
 *
 * @see dev.strait.runtime.ChannelHub.Builder#around
 */
@FunctionalInterface
public interface HandlerInterceptor {

    /**
     * Runs a call. Calls {@code next} once and returns its result. To refuse the call, throws a
     * {@link dev.strait.runtime.Refusal} instead, which has the same effect as one of the handler. An exception of the
     * handler passes through {@code next}; an interceptor may replace it by another one.
     *
     * @return what {@code next} returned
     */
    @Nullable
    Object around(Call call, Next next);

    /**
     * Returns the trace that the current thread's work belongs to, such as a {@code traceparent} of
     * <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>. Asks that the thread sends carry it as {@code
     * $trace}, to clients that have sent one themselves. The first interceptor that has one decides. Clients ignore a
     * text of more than 128 characters.
     *
     * @return empty by default
     */
    default Optional<String> currentTrace() {
        return Optional.empty();
    }

    /** The rest of a call: the next interceptor, or the handler. */
    @FunctionalInterface
    interface Next {

        /** Runs the rest of the call on the current thread, and returns its result; null if it has none. */
        @Nullable
        Object proceed();
    }

    /** A call. Implemented by Strait; methods may be added. */
    interface Call {

        /** Returns the qualified name of the contract. */
        String channel();

        /**
         * Returns the method: {@code open}, {@code user}, {@code reauthenticated}, {@code join}, {@code joined}, {@code
         * message}, {@code left} or {@code closed}; for rooms with state also {@code tick}, {@code emptied}, and {@code
         * call} for a task that the application has sent into a room.
         */
        String method();

        /** Returns the message's type on the wire, if the method is {@code message}. */
        Optional<String> message();

        /** Returns the id of the connection; empty for {@code tick}, {@code emptied} and {@code call}. */
        Optional<String> connection();

        /** Returns the name of the room, if the call concerns one. */
        Optional<String> room();

        /**
         * Returns the request that opened the connection, with the identity of its client; empty for {@code tick}, {@code
         * emptied} and {@code call}.
         */
        Optional<Handshake> handshake();

        /**
         * Returns the {@code $trace} of the client's frame: at most 128 printable ASCII characters, such as a {@code
         * traceparent} of <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>. Clients choose it freely.
         */
        Optional<String> trace();
    }
}
