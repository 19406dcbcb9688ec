package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.server.ChannelServer;
import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application that was stopped is collected, although the thread that started it lives on. */
class ClassLoaderTest {

    /** Loaded by the class loader of the application. */
    public static final class Application implements Callable<String> {

        @Override
        public String call() throws Exception {
            ChannelHub hub =
                    ChannelHub.builder().limits(Running.generous().build()).build();
            ChatEmitter chat = ChatEmitter.of(hub);
            hub.add(ChatEndpoint.of(new ChatService()));
            ChannelServer.Builder builder = EmbeddedContainer.server(hub);
            try (ChannelServer server =
                            (Boolean.getBoolean("strait.tests.nio") ? builder.nioTransport() : builder).start();
                    Socket ann = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                ann.setSoTimeout(Await.TIMEOUT_MILLIS);
                ann.getOutputStream().write(TestFrames.handshake("/ws/chat/lobby?user=ann"));
                Await.until(() -> chat.room("lobby").announcement("hello").queued() == 1);
                StringBuilder received = new StringBuilder();
                while (received.indexOf("hello") < 0) {
                    received.append((char) ann.getInputStream().read());
                }
            }
            return "ok";
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anApplicationIsCollectedAfterItsServerHasStopped(boolean isNio) throws Exception {
        ExecutorService container = Executors.newSingleThreadExecutor(); // outlives the application
        System.setProperty("strait.tests.nio", String.valueOf(isNio));
        try {
            WeakReference<ClassLoader> application = run(container);
            Await.until(() -> {
                System.gc();
                return application.get() == null;
            });
        } finally {
            System.clearProperty("strait.tests.nio");
            container.shutdown();
        }
    }

    private static WeakReference<ClassLoader> run(ExecutorService container) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Callable<?> application = (Callable<?>) loader.loadClass(Application.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            Object result = container
                    .submit(() -> {
                        Thread thread = Thread.currentThread();
                        ClassLoader before = thread.getContextClassLoader();
                        thread.setContextClassLoader(loader);
                        try {
                            return application.call();
                        } finally {
                            thread.setContextClassLoader(before);
                        }
                    })
                    .get();
            assertThat(result).isEqualTo("ok");
            return new WeakReference<>(loader);
        }
    }

    private static URL[] classPath() throws IOException {
        String paths = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(paths.split(Pattern.quote(File.pathSeparator), -1))
                .map(path -> {
                    try {
                        return Path.of(path).toUri().toURL();
                    } catch (MalformedURLException invalid) {
                        throw new IllegalArgumentException(path, invalid);
                    }
                })
                .toArray(URL[]::new);
    }
}
