package dev.strait.runtime.internal.foreign;

import dev.strait.runtime.Handshake;
import dev.strait.runtime.spi.ChannelConnection;
import dev.strait.runtime.spi.EndpointBinding;
import dev.strait.runtime.spi.HandlerInterceptor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The interceptors of a hub, around the calls of the application. */
final class Interception {

    private final List<HandlerInterceptor> interceptors;

    Interception(List<HandlerInterceptor> interceptors) {
        this.interceptors = List.copyOf(interceptors);
    }

    /** Whether calls can be made directly. */
    boolean isNone() {
        return interceptors.isEmpty();
    }

    /** Runs a call inside all interceptors. */
    @Nullable
    Object around(Call call, HandlerInterceptor.Next application) {
        return next(call, application, 0).proceed();
    }

    /** Returns the trace of the first interceptor that has one; null if none has. */
    @Nullable
    String currentTrace() {
        for (HandlerInterceptor interceptor : interceptors) {
            Optional<String> trace = interceptor.currentTrace();
            if (trace.isPresent()) {
                return trace.get();
            }
        }
        return null;
    }

    private HandlerInterceptor.Next next(Call call, HandlerInterceptor.Next application, int index) {
        return index == interceptors.size()
                ? application
                : () -> interceptors.get(index).around(call, next(call, application, index + 1));
    }

    /** A call, as interceptors see it. */
    record Call(
            String channel,
            String method,
            Optional<String> message,
            Optional<String> connection,
            Optional<String> room,
            Optional<Handshake> handshake,
            Optional<String> trace)
            implements HandlerInterceptor.Call {

        static Call of(String method, EndpointBinding<?, ?, ?, ?> binding, String connection, Handshake handshake) {
            return new Call(
                    binding.contract().name(),
                    method,
                    Optional.empty(),
                    Optional.of(connection),
                    Optional.empty(),
                    Optional.of(handshake),
                    Optional.empty());
        }

        static Call of(String method, EndpointBinding<?, ?, ?, ?> binding, ChannelConnection<?, ?, ?> connection) {
            return of(method, binding, connection.id(), connection.handshake());
        }

        static <R> Call inRoom(
                String method, EndpointBinding<?, R, ?, ?> binding, ChannelConnection<?, R, ?> connection, R room) {
            return of(method, binding, connection).in(binding.contract().codec().roomName(room));
        }

        static Call ofRoom(String method, EndpointBinding<?, ?, ?, ?> binding, String room) {
            return new Call(
                    binding.contract().name(),
                    method,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(room),
                    Optional.empty(),
                    Optional.empty());
        }

        Call of(String message, @Nullable String room, @Nullable String trace) {
            return new Call(
                    channel,
                    method,
                    Optional.of(message),
                    connection,
                    Optional.ofNullable(room),
                    handshake,
                    Optional.ofNullable(trace));
        }

        private Call in(String name) {
            return new Call(channel, method, message, connection, Optional.of(name), handshake, trace);
        }
    }
}
