package dev.strait.tests.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.spi.codec.ChannelCodec;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Encoding and decoding gives an equal message. Each message type of each channel is checked on 10,000 random valid messages,
 * or on as many as {@code samples.roundtrip} says.
 */
class RoundTripTest {

    private static final int SAMPLES = Integer.getInteger("samples.roundtrip", 10_000);

    /** Hibernate Validator does not apply constraints on the type arguments of generic records. */
    private static final Set<Class<?>> IGNORED_BY_HIBERNATE =
            Set.of(Editor.Replace.class, Editor.Results.class, Editor.Pages.class);

    @Test
    void board() {
        bothWays(new BoardCodec(), Board.ToServer.class, Board.ToClient.class);
    }

    @Test
    void booking() {
        toServer(new BookingCodec(), Booking.ToServer.class);
    }

    @Test
    void bounded() {
        bothWays(new BoundedCodec(), Bounded.ToServer.class, Bounded.ToClient.class);
    }

    @Test
    void orders() {
        bothWays(new OrdersCodec(), Orders.ToServer.class, Orders.ToClient.class);
    }

    @Test
    void directory() {
        bothWays(new DirectoryCodec(), Directory.ToServer.class, Directory.ToClient.class);
    }

    @Test
    void editor() {
        bothWays(new EditorCodec(), Editor.ToServer.class, Editor.ToClient.class);
    }

    @Test
    void logs() {
        bothWays(new LogsCodec(), Upstream.class, Downstream.class);
    }

    @Test
    void moreLogs() {
        bothWays(new MoreLogsCodec(), Downstream.class, Upstream.class);
    }

    @Test
    void members() {
        bothWays(new MembersCodec(), Members.ToServer.class, Members.ToClient.class);
    }

    @Test
    void meters() {
        toServer(new Meter_InCodec(), Meter.In.ToServer.class);
        toClient(new Meter_OutCodec(), Meter.Out.ToClient.class);
    }

    @Test
    void quiz() {
        bothWays(new QuizCodec(), Quiz.ToServer.class, Quiz.ToClient.class);
    }

    private static <I, O> void bothWays(ChannelCodec<?, I, O> codec, Class<I> toServer, Class<O> toClient) {
        toServer(codec, toServer);
        toClient(codec, toClient);
    }

    private static <I> void toServer(ChannelCodec<?, I, ?> codec, Class<I> direction) {
        for (Class<?> type : Records.permittedBy(direction)) {
            RandomSamples.check(SAMPLES, seed -> direction.cast(valid(seed, type)), message -> {
                String frame = codec.encodeToServer(message);
                assertThat(codec.encodeToServer(codec.decodeToServer(frame))).isEqualTo(frame);
                assertEqual(codec.decodeToServer(frame), message);
                assertEqual(codec.decodeToServer(codec.encodeToServerUtf8(message)), message);
            });
        }
    }

    private static <O> void toClient(ChannelCodec<?, ?, O> codec, Class<O> direction) {
        for (Class<?> type : Records.permittedBy(direction)) {
            RandomSamples.check(SAMPLES, seed -> direction.cast(valid(seed, type)), message -> {
                assertEqual(codec.decodeToClient(codec.encodeToClient(message)), message);
                assertEqual(codec.decodeToClient(codec.encodeToClientUtf8(message)), message);
            });
        }
    }

    private static void assertEqual(Object decoded, Object message) {
        assertThat(Records.areEqual(decoded, message))
                .as("%s decoded as %s", message, decoded)
                .isTrue();
    }

    private static Object valid(long seed, Class<?> type) {
        Making generator = new Making(new Random(seed), 0);
        Object message = generator.make(type);
        while (!IGNORED_BY_HIBERNATE.contains(type)
                && !Judge.violatedPaths(message).isEmpty()) {
            message = generator.make(type);
        }
        return message;
    }
}
