package dev.strait.tests.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.spi.codec.ChannelCodec;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read as it was: for each message of each channel, 10,000 values that keep its constraints. */
class RoundTripTest {

    private static final int VALUES = 10_000;
    /** The same way each time; another number goes another way. */
    private static final String SEED = "20261124";

    /** Hibernate Validator knows nothing of constraints on the arguments of generic records. */
    private static final Set<Class<?>> BEYOND_HIBERNATE =
            Set.of(Editor.Replace.class, Editor.Results.class, Editor.Pages.class);

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Property(tries = VALUES, seed = SEED)
    void board(@ForAll("seeds") long seed) {
        all(seed, new BoardCodec(), Board.ToServer.class, Board.ToClient.class);
    }

    @Property(tries = VALUES, seed = SEED)
    void booking(@ForAll("seeds") long seed) {
        toServer(seed, new BookingCodec(), Booking.ToServer.class);
    }

    @Property(tries = VALUES, seed = SEED)
    void bounded(@ForAll("seeds") long seed) {
        all(seed, new BoundedCodec(), Bounded.ToServer.class, Bounded.ToClient.class);
    }

    @Property(tries = VALUES, seed = SEED)
    void desk(@ForAll("seeds") long seed) {
        all(seed, new DeskCodec(), Desk.ToServer.class, Desk.ToClient.class);
    }

    @Property(tries = VALUES, seed = SEED)
    void directory(@ForAll("seeds") long seed) {
        all(seed, new DirectoryCodec(), Directory.ToServer.class, Directory.ToClient.class);
    }

    @Property(tries = VALUES, seed = SEED)
    void editor(@ForAll("seeds") long seed) {
        all(seed, new EditorCodec(), Editor.ToServer.class, Editor.ToClient.class);
    }

    @Property(tries = VALUES, seed = SEED)
    void logs(@ForAll("seeds") long seed) {
        all(seed, new LogsCodec(), Upstream.class, Downstream.class);
    }

    @Property(tries = VALUES, seed = SEED)
    void moreLogs(@ForAll("seeds") long seed) {
        all(seed, new MoreLogsCodec(), Downstream.class, Upstream.class);
    }

    @Property(tries = VALUES, seed = SEED)
    void members(@ForAll("seeds") long seed) {
        all(seed, new MembersCodec(), Members.ToServer.class, Members.ToClient.class);
    }

    @Property(tries = VALUES, seed = SEED)
    void meters(@ForAll("seeds") long seed) {
        toServer(seed, new Meter_InCodec(), Meter.In.ToServer.class);
        toClient(seed, new Meter_OutCodec(), Meter.Out.ToClient.class);
    }

    @Property(tries = VALUES, seed = SEED)
    void quiz(@ForAll("seeds") long seed) {
        all(seed, new QuizCodec(), Quiz.ToServer.class, Quiz.ToClient.class);
    }

    private static <I, O> void all(long seed, ChannelCodec<?, I, O> codec, Class<I> toServer, Class<O> toClient) {
        toServer(seed, codec, toServer);
        toClient(seed, codec, toClient);
    }

    private static <I> void toServer(long seed, ChannelCodec<?, I, ?> codec, Class<I> direction) {
        for (Class<?> type : Records.below(direction)) {
            I message = direction.cast(right(seed, type));
            String frame = codec.encodeToServer(message);
            assertThat(codec.encodeToServer(codec.decodeToServer(frame)))
                    .as("%s", message)
                    .isEqualTo(frame);
            assertSame(codec.decodeToServer(frame), message);
            assertSame(codec.decodeToServer(codec.encodeToServerUtf8(message)), message);
        }
    }

    private static <O> void toClient(long seed, ChannelCodec<?, ?, O> codec, Class<O> direction) {
        for (Class<?> type : Records.below(direction)) {
            O message = direction.cast(right(seed, type));
            assertSame(codec.decodeToClient(codec.encodeToClient(message)), message);
            assertSame(codec.decodeToClient(codec.encodeToClientUtf8(message)), message);
        }
    }

    private static void assertSame(Object read, Object written) {
        assertThat(Records.isSame(read, written))
                .as("%s read as %s", written, read)
                .isTrue();
    }

    private static Object right(long seed, Class<?> type) {
        Making making = new Making(new Random(seed), 0);
        Object made = making.make(type);
        while (!BEYOND_HIBERNATE.contains(type) && !Judge.violatedPaths(made).isEmpty()) {
            made = making.make(type);
        }
        return made;
    }
}
