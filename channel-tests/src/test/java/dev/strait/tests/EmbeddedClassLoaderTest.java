package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.server.ChannelServer;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An application that was stopped is collected, although the thread that started it lives on. In a process of its own,
 * because Netty's native library must not be unloaded under the other tests.
 */
class EmbeddedClassLoaderTest {

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

    /** A container with a thread that outlives its application. */
    static final class Container {

        private Container() {}

        public static void main(String[] arguments) throws Exception {
            ExecutorService threads = Executors.newSingleThreadExecutor();
            WeakReference<ClassLoader> application = run(threads);
            Await.until(() -> {
                System.gc();
                return application.get() == null;
            });
            System.out.print("collected");
            threads.shutdown();
        }

        private static WeakReference<ClassLoader> run(ExecutorService threads) throws Exception {
            try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
                Callable<?> application = (Callable<?>) loader.loadClass(Application.class.getName())
                        .getDeclaredConstructor()
                        .newInstance();
                threads.submit(() -> {
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
                return new WeakReference<>(loader);
            }
        }

        private static URL[] classPath() {
            return Stream.of(System.getProperty("strait.tests.path").split(Pattern.quote(File.pathSeparator), -1))
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anApplicationIsCollectedAfterItsServerHasStopped(boolean isNio) throws Exception {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstrait.tests.nio=" + isNio,
                        "-Dstrait.tests.path=" + path,
                        "-cp",
                        path,
                        Container.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(out).isEqualTo("collected");
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
