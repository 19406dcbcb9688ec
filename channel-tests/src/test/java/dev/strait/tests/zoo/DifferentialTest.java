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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the generated codecs with strictly configured Jackson databind and Hibernate Validator. Both sides get the same
 * records and the same JSON; they must reach the same verdict and report the same paths. Each message type is checked on 5,000
 * random messages, or on as many as {@code samples.differential} says. Some of them violate constraints, and each is also
 * mutated twice.
 *
 * <p>Intended differences. The code below names each one where it allows for it.
 * <ul>
 *   <li>size-first: a collection or map with too many elements is not read further. Neither its elements nor the rest of the
 *       component that contains it are reported.
 *   <li>email-grammar: email addresses follow the HTML Standard; Hibernate Validator accepts more.
 *   <li>blank: Hibernate Validator counts every character up to U+0020 as blank; the codec uses {@link String#isBlank}.
 *   <li>one-at-a-time: Jackson stops at the first value that it cannot read; the codec reports all of them.
 *   <li>set-elements: the codec reports an element of a set at the set. collection-elements: for a {@code Collection},
 *       Hibernate Validator does so too.
 *   <li>empty-optional: Hibernate Validator treats an empty {@code Optional} as null, which violates a {@code NotBlank} on its
 *       content.
 *   <li>json-names: paths have the JSON names, not the names of the components.
 *   <li>times-as-numbers, bytes-as-numbers, uris-from-anything, chars-as-text: Jackson accepts numbers and arrays for times and
 *       bytes, any scalar for a URI, and a string for an array of characters.
 *   <li>nulls-at-depth: Jackson rejects nulls in a component and in its elements, but not deeper.
 *   <li>own-constructor: with these options Jackson finds no creator for a record with an explicit constructor.
 *   <li>empty-uri: Jackson reads an empty string as a URI.
 * </ul>
 */
class DifferentialTest {

    private static final int SAMPLES = Integer.getInteger("samples.differential", 5_000);
    private static final int MUTATIONS = 2;

    @Test
    void board() {
        compare(new BoardCodec(), Board.ToServer.class);
    }

    @Test
    void booking() {
        compare(new BookingCodec(), Booking.ToServer.class);
    }

    @Test
    void bounded() {
        compare(new BoundedCodec(), Bounded.ToServer.class);
    }

    @Test
    void orders() {
        compare(new OrdersCodec(), Orders.ToServer.class);
    }

    @Test
    void directory() {
        compare(new DirectoryCodec(), Directory.ToServer.class);
    }

    @Test
    void logs() {
        compare(new LogsCodec(), Upstream.class);
    }

    @Test
    void members() {
        compare(new MembersCodec(), Members.ToServer.class);
    }

    @Test
    void meters() {
        compare(new Meter_InCodec(), Meter.In.ToServer.class);
    }

    @Test
    void quiz() {
        compare(new QuizCodec(), Quiz.ToServer.class);
    }

    /** A message, its JSON, and mutations of the JSON. */
    private record Sample(Object message, String frame, List<String> mutations) {

        static <I> Sample of(long seed, Class<?> type, Class<I> direction, ChannelCodec<?, I, ?> codec) {
            Random random = new Random(seed);
            I message = direction.cast(new Making(random, 0.15).make(type));
            String frame = codec.encodeToServer(message);
            List<String> mutations = Stream.generate(() -> Mutation.of(frame, random))
                    .limit(MUTATIONS)
                    .toList();
            return new Sample(message, frame, mutations);
        }
    }

    private static <I> void compare(ChannelCodec<?, I, ?> codec, Class<I> direction) {
        for (Class<?> type : Records.permittedBy(direction)) {
            RandomSamples.check(SAMPLES, seed -> Sample.of(seed, type, direction, codec), sample -> {
                assertSamePaths(sample.frame, Judge.violatedPaths(sample.message), ours(codec, sample.frame));
                sample.mutations.forEach(frame -> assertSameVerdict(type, frame, codec));
            });
        }
    }

    /** Compares the violations of a record with those that the codec reports for its JSON. */
    private static void assertSamePaths(String frame, Set<String> theirs, List<Violation> reported) {
        List<Violation> ours = reported.stream()
                .map(violation -> new Violation(normalized(violation.path()), violation.rule(), violation.message()))
                .toList();
        Set<String> expected = new TreeSet<>();
        for (String path : theirs) {
            if (!isInOversizedCollection(path, ours)) {
                expected.add(path.replace("/reference", "/ref")); // json-names
            }
        }
        Set<String> paths = ours.stream()
                .filter(violation -> !violation.rule().equals("email") || expected.contains(violation.path()))
                .map(Violation::path)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(paths).as("%s", frame).isEqualTo(expected);
    }

    private static String normalized(String path) {
        return path.replaceFirst("^/some/[0-9]+$", "/some") // collection-elements
                .replaceFirst("^/polygons/[0-9]+", "/polygons"); // set-elements
    }

    /** size-first */
    private static boolean isInOversizedCollection(String path, List<Violation> ours) {
        String component = path.substring(0, (path + "/").indexOf('/', 1));
        boolean isReported =
                ours.stream().anyMatch(violation -> violation.path().equals(path));
        return ours.stream()
                .filter(other -> other.rule().equals("size"))
                .anyMatch(other -> path.startsWith(other.path() + "/")
                        || (other.path().startsWith(component + "/") && !isReported));
    }

    /** Compares the verdict of Jackson and Hibernate Validator on any JSON with that of the codec. */
    private static void assertSameVerdict(Class<?> type, String frame, ChannelCodec<?, ?, ?> codec) {
        List<Violation> ours = ours(codec, frame);
        Jackson.Outcome outcome = Jackson.read(type, frame);
        if (type == Members.Range.class) {
            return; // own-constructor
        }
        if (outcome.failure() != null && outcome.failure().startsWith("Invalid `null` value") && ours.isEmpty()) {
            return; // nulls-at-depth
        }
        if (outcome.failure() != null) {
            assertThat(ours)
                    .as("Jackson rejects %s: %s", frame, outcome.failure())
                    .isNotEmpty();
            return; // one-at-a-time
        }
        JsonNode json = Jackson.tree(frame);
        List<Violation> comparable = ours.stream()
                .filter(violation -> !isAcceptedByJackson(json.at(violation.path()), violation))
                .toList();
        if (comparable.size() == ours.size()) {
            assertSamePaths(frame, outcome.violatedPaths(), ours);
        }
    }

    /** Whether Jackson accepts the value in spite of its strict configuration. */
    private static boolean isAcceptedByJackson(JsonNode value, Violation violation) {
        boolean isCoerced = value.isNumber() || value.isArray() || value.isBoolean();
        return switch (violation.message()) {
            case "must be a string", "must be bytes in base64" -> isCoerced; // times-as-numbers, bytes-as-numbers
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
        } catch (FrameException e) {
            return e.violations().isEmpty() ? List.of(new Violation("", e.code(), e.getMessage())) : e.violations();
        }
    }
}
