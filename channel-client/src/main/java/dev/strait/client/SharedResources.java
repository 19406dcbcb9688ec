package dev.strait.client;

import java.lang.ref.WeakReference;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the clients of a process share: threads, and an HTTP client, which cannot be closed before JDK 21. They live as long
 * as a client uses them.
 */
final class SharedResources {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final long IDLE_SECONDS = 10;

    /** Guarded by the class. */
    private static WeakReference<SharedResources> current = new WeakReference<>(null);

    private final Executor threads = threads();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(threads)
            .build();

    private SharedResources() {}

    private static synchronized SharedResources get() {
        SharedResources shared = current.get();
        if (shared == null) {
            shared = new SharedResources();
            current = new WeakReference<>(shared);
        }
        return shared;
    }

    /** Returns what a client uses, unless the application has chosen otherwise. */
    static Environment environment(@Nullable HttpClient http, @Nullable Executor handlers) {
        SharedResources shared = get();
        HttpTransport transport = new HttpTransport(http == null ? shared.http : http, CONNECT_TIMEOUT);
        // Runs nothing itself, but keeps what is shared alive.
        Executor executor = action -> shared.threads.execute(action);
        return new Environment(
                transport,
                Clock.system(executor),
                () -> ThreadLocalRandom.current().nextDouble(),
                executor,
                new Calls(handlers == null ? executor : handlers));
    }

    /** Handlers and sources of tokens may block, so each that runs has a thread. */
    private static Executor threads() {
        AtomicInteger count = new AtomicInteger();
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), action -> {
                    // Without what belongs to the thread that happened to be first.
                    Thread thread = new Thread(null, action, "strait-client-" + count.incrementAndGet(), 0, false);
                    thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
