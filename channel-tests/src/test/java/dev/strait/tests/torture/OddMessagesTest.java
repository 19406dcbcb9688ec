package dev.strait.tests.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.codec.ChannelCodec;
import dev.strait.tests.ContractCompiler;
import dev.strait.tests.zoo.Records;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated codecs of odd contracts decode what they encode, even if the compiler writes ASCII only. */
class OddMessagesTest {

    private static final String ONLY = System.getProperty("samples.only", "");

    static Stream<RoundTrip> roundTrips() {
        return Stream.concat(RoundTrips.all().stream(), ScalarRoundTrips.all().stream())
                .filter(trip -> ONLY.isEmpty() || ONLY.equals(trip.toString()));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("roundTrips")
    void messagesSurviveARoundTrip(RoundTrip trip) throws IOException, ReflectiveOperationException {
        OddContract contract = trip.contract();
        ContractCompiler.Result result = ContractCompiler.compile(List.of("-encoding", "US-ASCII"), contract.sources());
        assertThat(result.isSuccessful())
                .as("%s: %s%n%s", contract.name(), contract.sources(), result)
                .isTrue();
        ClassLoader loader = result.classLoader();
        ChannelCodec<?, Object, Object> codec = codec(loader, contract.packageName());
        Class<?> values = loader.loadClass(contract.packageName() + ".Values");
        for (Object message : list(values, "survivors")) {
            assertSurvives(codec, message);
        }
        for (Object message : list(values, "rejected")) {
            assertRejected(codec, codec.encodeToServer(message));
        }
        List<Object> decoded = list(values, "decoded");
        for (int i = 0; i < decoded.size(); i++) {
            assertDecodes(codec, trip.frames().get(i), decoded.get(i));
        }
        trip.rejectedFrames().forEach(frame -> assertRejected(codec, frame));
    }

    private static void assertSurvives(ChannelCodec<?, Object, Object> codec, Object message) {
        String frame = codec.encodeToServer(message);
        assertDecodes(codec, frame, message);
        assertEqual(codec.decodeToServer(codec.encodeToServerUtf8(message)), message, frame);
        assertEqual(codec.decodeToClient(codec.encodeToClient(message)), message, frame);
        assertEqual(codec.decodeToClient(codec.encodeToClientUtf8(message)), message, frame);
    }

    private static void assertDecodes(ChannelCodec<?, Object, Object> codec, String frame, Object message) {
        assertEqual(codec.decodeToServer(frame), message, frame);
        assertEqual(codec.decodeToServer(frame.getBytes(StandardCharsets.UTF_8)), message, frame);
        assertEqual(codec.decodeToClient(frame), message, frame);
    }

    private static void assertEqual(Object decoded, Object message, String frame) {
        assertThat(Records.areEqual(decoded, message))
                .as("%s of %s is %s", frame, message, decoded)
                .isTrue();
    }

    private static void assertRejected(ChannelCodec<?, Object, Object> codec, String frame) {
        assertThatExceptionOfType(FrameException.class).as(frame).isThrownBy(() -> codec.decodeToServer(frame));
    }

    private static List<Object> list(Class<?> values, String method) throws ReflectiveOperationException {
        return ((List<?>) values.getMethod(method).invoke(null))
                .stream().<Object>map(value -> value).toList();
    }

    private static ChannelCodec<?, Object, Object> codec(ClassLoader loader, String packageName)
            throws ReflectiveOperationException {
        Constructor<?> constructor =
                loader.loadClass(packageName + ".ChatCodec").getDeclaredConstructor();
        constructor.setAccessible(true);
        @SuppressWarnings("unchecked") // the types of messages are unknown here
        ChannelCodec<?, Object, Object> codec = (ChannelCodec<?, Object, Object>) constructor.newInstance();
        return codec;
    }
}
