package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TestNamesTest {

    private static final Path TESTS = Path.of("src/test/java/dev/strait/tests");

    /** The class path of container-tests lacks the embedded server, so these tests cannot even be loaded there. */
    @Test
    void testsThatNeedTheEmbeddedServerHaveNamesThatContainerTestsExclude() throws IOException {
        try (Stream<Path> files = Files.list(TESTS)) {
            List<String> wrong = files.filter(file -> file.toString().endsWith("Test.java"))
                    .filter(file -> read(file).contains("\nimport dev.strait.server."))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("Embedded"))
                    .toList();
            assertThat(wrong).isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
