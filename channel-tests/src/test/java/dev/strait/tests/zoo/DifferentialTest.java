package dev.strait.tests.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.json.Violation;
import dev.strait.runtime.spi.codec.ChannelCodec;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The generated codecs against Jackson databind, hardened, and Hibernate Validator, on the same records and the same JSON:
 * the same verdict, and the same places.
 *
 * <p>Intended differences, each of which the code below names where it allows for it:
 * <ul>
 *   <li>size-first: what has too many elements or entries is not read further, so nothing in it is told, and of the component
 *       that it stands in nothing else is.
 *   <li>email-grammar: an address is what browsers take for one (HTML Standard); Hibernate allows more.
 *   <li>blank: for Hibernate all up to U+0020 is blank, for us what {@link String#isBlank} says.
 *   <li>one-at-a-time: Jackson stops at the first thing that it cannot read; we tell all of them.
 *   <li>set-elements: an element of a set is told at the set; collection-elements: for Hibernate, one of a Collection too.
 *   <li>empty-optional: for Hibernate an Optional that is empty holds a null, which breaks a {@code NotBlank} on what it holds.
 *   <li>json-names: a path has the names of the JSON, not those of the components.
 *   <li>times-as-numbers, bytes-as-numbers, uris-from-anything, chars-as-text: Jackson takes numbers and arrays for times and
 *       bytes, any scalar for a URI, and a string
 *       for an array of characters.
 *   <li>nulls-at-depth: Jackson looks for nulls in a component and in what it holds; deeper it does not know what is
 *       nullable.
 *   <li>own-constructor: with this set of options Jackson finds no creator of a record whose constructor is written out.
 *   <li>empty-uri: for Jackson an empty string is a URI.
 * </ul>
 */
class DifferentialTest {

    private static final int VALUES = 5_000;
    private static final String SEED = "41124";

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Property(tries = VALUES, seed = SEED)
    void board(@ForAll("seeds") long seed) {
        compare(seed, new BoardCodec(), Board.ToServer.class);
    }

    @Property(tries = VALUES, seed = SEED)
    void booking(@ForAll("seeds") long seed) {
        compare(seed, new BookingCodec(), Booking.ToServer.class);
    }

    @Property(tries = VALUES, seed = SEED)
    void bounded(@ForAll("seeds") long seed) {
        compare(seed, new BoundedCodec(), Bounded.ToServer.class);
    }

    @Property(tries = VALUES, seed = SEED)
    void desk(@ForAll("seeds") long seed) {
        compare(seed, new DeskCodec(), Desk.ToServer.class);
    }

    @Property(tries = VALUES, seed = SEED)
    void directory(@ForAll("seeds") long seed) {
        compare(seed, new DirectoryCodec(), Directory.ToServer.class);
    }

    @Property(tries = VALUES, seed = SEED)
    void logs(@ForAll("seeds") long seed) {
        compare(seed, new LogsCodec(), Upstream.class);
    }

    @Property(tries = VALUES, seed = SEED)
    void members(@ForAll("seeds") long seed) {
        compare(seed, new MembersCodec(), Members.ToServer.class);
    }

    @Property(tries = VALUES, seed = SEED)
    void meters(@ForAll("seeds") long seed) {
        compare(seed, new Meter_InCodec(), Meter.In.ToServer.class);
    }

    @Property(tries = VALUES, seed = SEED)
    void quiz(@ForAll("seeds") long seed) {
        compare(seed, new QuizCodec(), Quiz.ToServer.class);
    }

    private static <I> void compare(long seed, ChannelCodec<?, I, ?> codec, Class<I> direction) {
        Random random = new Random(seed);
        for (Class<?> type : Records.below(direction)) {
            I message = direction.cast(new Making(random, 0.15).make(type));
            String frame = codec.encodeToServer(message);
            assertSamePlaces(frame, Judge.violatedPaths(message), ours(codec, frame));
            for (int i = 0; i < 2; i++) {
                assertSameVerdict(type, Mutation.of(frame, random), codec);
            }
        }
    }

    /** What Hibernate says of a record, and what we say of the record's JSON. */
    private static void assertSamePlaces(String frame, Set<String> theirs, List<Violation> found) {
        List<Violation> ours = found.stream()
                .map(violation -> new Violation(place(violation.path()), violation.rule(), violation.message()))
                .toList();
        Set<String> expected = new TreeSet<>();
        for (String path : theirs) {
            if (!isInTooMany(path, ours)) {
                expected.add(path.replace("/reference", "/ref")); // json-names
            }
        }
        Set<String> paths = ours.stream()
                .filter(violation -> !violation.rule().equals("email") || expected.contains(violation.path()))
                .map(Violation::path)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(paths).as("%s", frame).isEqualTo(expected);
    }

    private static String place(String path) {
        return path.replaceFirst("^/some/[0-9]+$", "/some") // collection-elements
                .replaceFirst("^/polygons/[0-9]+", "/polygons"); // set-elements
    }

    /** size-first */
    private static boolean isInTooMany(String path, List<Violation> ours) {
        String component = path.substring(0, (path + "/").indexOf('/', 1));
        boolean isTold = ours.stream().anyMatch(violation -> violation.path().equals(path));
        return ours.stream()
                .filter(other -> other.rule().equals("size"))
                .anyMatch(other ->
                        path.startsWith(other.path() + "/") || (other.path().startsWith(component + "/") && !isTold));
    }

    /** What Jackson and then Hibernate say of any JSON, and what we say of it. */
    private static void assertSameVerdict(Class<?> type, String frame, ChannelCodec<?, ?, ?> codec) {
        List<Violation> ours = ours(codec, frame);
        Jackson.Reading reading = Jackson.read(type, frame);
        if (type == Members.Range.class) {
            return; // own-constructor: Jackson does not find it
        }
        if (reading.failure() != null && reading.failure().startsWith("Invalid `null` value") && ours.isEmpty()) {
            return; // nulls-at-depth
        }
        if (reading.failure() != null) {
            assertThat(ours)
                    .as("Jackson refuses %s: %s", frame, reading.failure())
                    .isNotEmpty();
            return; // one-at-a-time
        }
        JsonNode json = Jackson.tree(frame);
        List<Violation> comparable = ours.stream()
                .filter(violation -> !isTakenByJackson(json.at(violation.path()), violation))
                .toList();
        if (comparable.size() == ours.size()) {
            assertSamePlaces(frame, reading.violatedPaths(), ours);
        }
    }

    /** What Jackson takes although it was told not to. */
    private static boolean isTakenByJackson(JsonNode value, Violation violation) {
        boolean isTime = value.isNumber() || value.isArray() || value.isBoolean();
        return switch (violation.message()) {
            case "must be a string", "must be bytes in base64" -> isTime; // times-as-numbers, bytes-as-numbers
            case "must not be null" -> true; // nulls-at-depth
            case "must be an array" -> value.isTextual(); // chars-as-text
            case "must be a date and time with offset such as 2026-01-31T09:30:00+01:00",
                    "must be an instant such as 2026-01-31T09:30:00Z",
                    "must be a date and time with zone such as 2026-01-31T09:30:00+01:00[Europe/Berlin]" ->
                value.asText().matches("[0-9]+"); // times-as-numbers
            default ->
                violation.message().startsWith("must be a URI")
                        && value.asText().isEmpty(); // empty-uri
        };
    }

    private static List<Violation> ours(ChannelCodec<?, ?, ?> codec, String frame) {
        try {
            codec.decodeToServer(frame);
            return List.of();
        } catch (FrameException refused) {
            return refused.violations().isEmpty()
                    ? List.of(new Violation("", refused.code(), refused.getMessage()))
                    : refused.violations();
        }
    }
}
