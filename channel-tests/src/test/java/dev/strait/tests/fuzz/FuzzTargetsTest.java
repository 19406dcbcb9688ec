package dev.strait.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.json.FrameException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs Jazzer's targets on their seeds and on simple mutations of them. */
class FuzzTargetsTest {

    private static final Path SEEDS = Path.of("src", "test", "resources", "fuzz");
    private static final byte[] LIKELY_BYTES =
            "\"\\{}[]:,0123456789.eE+-truefalsn \t\n?u$\u0000".getBytes(StandardCharsets.US_ASCII);

    private final Random random = new Random(6);

    private static List<byte[]> seeds(String target) throws IOException {
        try (Stream<Path> files = Files.list(SEEDS.resolve(target))) {
            return files.sorted().map(FuzzTargetsTest::bytes).toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theReaderAgreesWithJackson() throws IOException {
        for (byte[] seed : seeds("reader")) {
            ReaderFuzz.fuzzerTestOneInput(seed);
            for (int i = 0; i < 20_000; i++) {
                ReaderFuzz.fuzzerTestOneInput(mutated(seed));
            }
        }
    }

    @Test
    void generatedCodecsAgreeOnBytesAndText() throws IOException {
        List<byte[]> seeds = seeds("decode");
        assertThat(seeds)
                .allSatisfy(
                        seed -> assertThat(new FormCodec().decodeToServer(seed)).isNotNull());
        for (byte[] seed : seeds) {
            DecodeFuzz.fuzzerTestOneInput(seed);
            for (int i = 0; i < 20_000; i++) {
                DecodeFuzz.fuzzerTestOneInput(mutated(seed));
            }
        }
    }

    @Test
    void aFrameThatIsTooDeepIsRefusedBeforeItsMalformedRestIsRead() {
        byte[] malformed = ("{\"type\":" + "[".repeat(40) + "\u00ff}").getBytes(StandardCharsets.ISO_8859_1);

        DecodeFuzz.fuzzerTestOneInput(malformed);
        assertThatThrownBy(() -> new FormCodec().decodeToServer(malformed))
                .isInstanceOfSatisfying(
                        FrameException.class,
                        refused -> assertThat(refused.isOverLimit()).isTrue());
    }

    @Test
    void validationAgreesWithHibernate() {
        Choices choices = Choices.of(random);
        for (int i = 0; i < 50_000; i++) {
            ValidationFuzz.check(choices);
        }
    }

    private byte[] mutated(byte[] seed) {
        byte[] mutated = seed.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(mutated.length);
            byte other = random.nextInt(8) == 0
                    ? (byte) random.nextInt()
                    : LIKELY_BYTES[random.nextInt(LIKELY_BYTES.length)];
            switch (random.nextInt(4)) {
                case 0 -> mutated[at] = other;
                case 1 -> mutated = remove(mutated, at, at + 1 + random.nextInt(3));
                case 2 -> mutated = insert(mutated, at, other);
                default -> mutated = duplicate(mutated, at, random.nextInt(12));
            }
        }
        return mutated;
    }

    private static byte[] remove(byte[] bytes, int from, int to) {
        byte[] shorter = Arrays.copyOf(bytes, Math.max(1, bytes.length - (Math.min(to, bytes.length) - from)));
        int end = Math.min(to, bytes.length);
        System.arraycopy(
                bytes,
                end,
                shorter,
                Math.min(from, shorter.length),
                Math.min(bytes.length - end, shorter.length - Math.min(from, shorter.length)));
        return shorter;
    }

    private static byte[] insert(byte[] bytes, int at, byte other) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
        longer[at] = other;
        return longer;
    }

    private static byte[] duplicate(byte[] bytes, int at, int length) {
        int count = Math.min(length, bytes.length - at);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + count);
        System.arraycopy(bytes, at, longer, at + count, bytes.length - at);
        return longer;
    }
}
