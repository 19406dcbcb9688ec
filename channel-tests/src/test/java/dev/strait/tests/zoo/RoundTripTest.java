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
    private static final Set<Class<?>> BEYOND_HIBERNATE =
            Set.of(Editor.Replace.class, Editor.Results.class, Editor.Pages.class);

    @Test
    void board() {
        all(new BoardCodec(), Board.ToServer.class, Board.ToClient.class);
    }

    @Test
    void booking() {
        toServer(new BookingCodec(), Booking.ToServer.class);
    }

    @Test
    void bounded() {
        all(new BoundedCodec(), Bounded.ToServer.class, Bounded.ToClient.class);
    }

    @Test
    void orders() {
        all(new OrdersCodec(), Orders.ToServer.class, Orders.ToClient.class);
    }

    @Test
    void directory() {
        all(new DirectoryCodec(), Directory.ToServer.class, Directory.ToClient.class);
    }

    @Test
    void editor() {
        all(new EditorCodec(), Editor.ToServer.class, Editor.ToClient.class);
    }

    @Test
    void logs() {
        all(new LogsCodec(), Upstream.class, Downstream.class);
    }

    @Test
    void moreLogs() {
        all(new MoreLogsCodec(), Downstream.class, Upstream.class);
    }

    @Test
    void members() {
        all(new MembersCodec(), Members.ToServer.class, Members.ToClient.class);
    }

    @Test
    void meters() {
        toServer(new Meter_InCodec(), Meter.In.ToServer.class);
        toClient(new Meter_OutCodec(), Meter.Out.ToClient.class);
    }

    @Test
    void quiz() {
        all(new QuizCodec(), Quiz.ToServer.class, Quiz.ToClient.class);
    }

    private static <I, O> void all(ChannelCodec<?, I, O> codec, Class<I> toServer, Class<O> toClient) {
        toServer(codec, toServer);
        toClient(codec, toClient);
    }

    private static <I> void toServer(ChannelCodec<?, I, ?> codec, Class<I> direction) {
        for (Class<?> type : Records.below(direction)) {
            RandomSamples.check(SAMPLES, seed -> direction.cast(valid(seed, type)), message -> {
                String frame = codec.encodeToServer(message);
                assertThat(codec.encodeToServer(codec.decodeToServer(frame))).isEqualTo(frame);
                assertSame(codec.decodeToServer(frame), message);
                assertSame(codec.decodeToServer(codec.encodeToServerUtf8(message)), message);
            });
        }
    }

    private static <O> void toClient(ChannelCodec<?, ?, O> codec, Class<O> direction) {
        for (Class<?> type : Records.below(direction)) {
            RandomSamples.check(SAMPLES, seed -> direction.cast(valid(seed, type)), message -> {
                assertSame(codec.decodeToClient(codec.encodeToClient(message)), message);
                assertSame(codec.decodeToClient(codec.encodeToClientUtf8(message)), message);
            });
        }
    }

    private static void assertSame(Object decoded, Object message) {
        assertThat(Records.isSame(decoded, message))
                .as("%s decoded as %s", message, decoded)
                .isTrue();
    }

    private static Object valid(long seed, Class<?> type) {
        Making making = new Making(new Random(seed), 0);
        Object made = making.make(type);
        while (!BEYOND_HIBERNATE.contains(type) && !Judge.violatedPaths(made).isEmpty()) {
            made = making.make(type);
        }
        return made;
    }
}
