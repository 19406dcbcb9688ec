package dev.strait.client;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an application has chosen for a client.
 *
 * @param base the base URL of the server
 * @param headers the headers of the handshake, for each connect
 * @param query the pairs for the query of the URL, for each connect
 * @param token the source of tokens, if any
 * @param maxQueued how many messages wait
 * @param maxAge how long each waits
 * @param askTimeout how long an ask takes at most, unless it says otherwise
 * @param traceContext the source of traces, if any
 * @param isFixed whether token, query and headers need no call of a function
 */
record Settings(
        URI base,
        Supplier<Map<String, String>> headers,
        Supplier<Map<String, String>> query,
        @Nullable TokenSource token,
        int maxQueued,
        Duration maxAge,
        Duration askTimeout,
        @Nullable TraceContext traceContext,
        boolean isFixed) {}
