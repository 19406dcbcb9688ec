package dev.strait.opentelemetry;

import dev.strait.client.TraceContext;
import io.opentelemetry.context.Context;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes the spans of a server children of the client's: of the span that is current where a message is sent. While a handler
 * answers an ask of the server, the span of the server is current. Creates no spans of its own.
 *
 * <pre>{@code
 * ChatClient chat = ChatClient.at(url).traceContext(ClientTracing.create()).open();
 * }</pre>
 */
@SuppressWarnings("exports") // an application with clients has their module
public final class ClientTracing implements TraceContext {

    private ClientTracing() {}

    /** Returns one that reads and sets the current context of OpenTelemetry. */
    public static ClientTracing create() {
        return new ClientTracing();
    }

    @Override
    public Optional<String> current() {
        return TraceField.current();
    }

    @Override
    public <T> T callWithin(String trace, Supplier<T> handler) {
        return TraceField.extract(Context.current(), trace)
                .wrapSupplier(handler)
                .get();
    }
}
