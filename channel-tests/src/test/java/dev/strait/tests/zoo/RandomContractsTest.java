package dev.strait.tests.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.json.Violation;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.codec.ChannelCodec;
import dev.strait.tests.ContractCompiler;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random contracts compile without a warning. Their codecs decode what they encode, or reject it if Hibernate Validator does.
 * {@code -Dsamples.contracts=5000} tries more contracts.
 */
class RandomContractsTest {

    private static final int CONTRACTS = Integer.getInteger("samples.contracts", 500);
    private static final int BATCH = 50;
    private static final int MESSAGES = 30;
    private static final long SEED = Long.getLong("samples.seed", 20_261_124);

    static IntStream batches() {
        return IntStream.range(0, (CONTRACTS + BATCH - 1) / BATCH);
    }

    @ParameterizedTest
    @MethodSource("batches")
    void randomContractsCompileAndTheirMessagesSurviveARoundTrip(int batch)
            throws IOException, ReflectiveOperationException {
        Random random = new Random(SEED + batch);
        List<String> contracts = new ArrayList<>();
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < BATCH; i++) {
            contracts.add(RandomContract.of(random, "C" + i));
            sources.put("fuzz/C" + i + ".java", contracts.get(i));
        }
        ContractCompiler.Result result = ContractCompiler.compile(List.of("--release", "17"), sources);
        assertThat(result.isSuccessful()).as("%s", result).isTrue();
        ClassLoader loader = result.classLoader();
        for (int i = 0; i < BATCH; i++) {
            checkRoundTrips(codec(loader, "C" + i), loader.loadClass("fuzz.C" + i), random, contracts.get(i));
        }
    }

    private static ChannelCodec<?, Object, Object> codec(ClassLoader loader, String name)
            throws ReflectiveOperationException {
        Constructor<?> constructor = loader.loadClass("fuzz." + name + "Codec").getDeclaredConstructor();
        constructor.setAccessible(true);
        @SuppressWarnings("unchecked") // the types of messages are unknown here
        ChannelCodec<?, Object, Object> codec = (ChannelCodec<?, Object, Object>) constructor.newInstance();
        return codec;
    }

    private static void checkRoundTrips(
            ChannelCodec<?, Object, Object> codec, Class<?> contract, Random random, String source) {
        long maxBytes = contractOf(codec).maxMessageBytes();
        for (Class<?> nested : contract.getDeclaredClasses()) {
            boolean isToServer = nested.getSimpleName().equals("ToServer");
            if (isToServer || nested.getSimpleName().equals("ToClient")) {
                for (int i = 0; i < MESSAGES; i++) {
                    Object message = new Making(random, i % 3 == 0 ? 0.1 : 0).make(nested);
                    if (isToServer) {
                        String frame = codec.encodeToServer(message);
                        compare(message, () -> codec.decodeToServer(frame), frame, source);
                        byte[] bytes = codec.encodeToServerUtf8(message);
                        boolean isValid = compare(message, () -> codec.decodeToServer(bytes), frame, source);
                        if (isValid && maxBytes > 0) {
                            assertThat(bytes)
                                    .as("frame %s of %s", frame, source)
                                    .hasSizeLessThanOrEqualTo((int) maxBytes);
                        }
                    } else {
                        String frame = codec.encodeToClient(message);
                        compare(message, () -> codec.decodeToClient(frame), frame, source);
                    }
                }
            }
        }
    }

    private static ChannelContract<?, ?, ?> contractOf(ChannelCodec<?, ?, ?> codec) {
        try {
            Field contract = codec.getClass().getDeclaredField("CONTRACT");
            contract.setAccessible(true);
            return (ChannelContract<?, ?, ?>) contract.get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("codec is not accessible", e);
        }
    }

    private interface Decoding {
        Object decode();
    }

    private static boolean compare(Object message, Decoding decoding, String frame, String source) {
        Set<String> theirs = Judge.violatedPaths(message);
        try {
            Object decoded = decoding.decode();
            assertThat(theirs).as("frame %s of %s", frame, source).isEmpty();
            assertThat(Records.areEqual(decoded, message))
                    .as("frame %s of %s", frame, source)
                    .isTrue();
            return true;
        } catch (FrameException e) {
            Set<String> ours =
                    e.violations().stream().map(Violation::path).collect(Collectors.toCollection(TreeSet::new));
            assertThat(theirs)
                    .as("violations %s in frame %s of %s", ours, frame, source)
                    .isNotEmpty();
            return false;
        }
    }
}
