package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The codec of a contract without foreign types needs neither Jackson nor another library. */
class WithoutJacksonTest {

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }

    /** Returns a class loader with only the test classes and Strait's runtime. */
    private static URLClassLoader straitOnly() {
        URL[] entries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("test-classes")
                        || entry.contains("channel-runtime")
                        || entry.contains("channel-annotations"))
                .map(WithoutJacksonTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(entries, ClassLoader.getPlatformClassLoader());
    }

    @Test
    void codecsWorkWithoutJackson() throws ReflectiveOperationException, IOException {
        try (URLClassLoader loader = straitOnly()) {
            assertThatThrownBy(() -> loader.loadClass("com.fasterxml.jackson.core.JsonFactory"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> loader.loadClass("com.fasterxml.jackson.databind.JsonNode"))
                    .isInstanceOf(ClassNotFoundException.class);
            Class<?> codecType = loader.loadClass("dev.strait.tests.ChatCodec");
            Class<?> messageType = loader.loadClass("dev.strait.tests.Chat$ToServer");
            var constructor = codecType.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object codec = constructor.newInstance();
            Class<?> interfaceType = loader.loadClass("dev.strait.runtime.spi.codec.ChannelCodec");
            Method decode = interfaceType.getMethod("decodeToServer", String.class);
            Method encode = interfaceType.getMethod("encodeToServer", Object.class);
            String frame = "{\"type\":\"echo\",\"text\":\"hi\"}";
            Object message = decode.invoke(codec, frame);
            assertThat(message).isInstanceOf(messageType);
            assertThat(encode.invoke(codec, message)).isEqualTo(frame);
        }
    }
}
