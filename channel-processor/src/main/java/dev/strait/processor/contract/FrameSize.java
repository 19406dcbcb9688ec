package dev.strait.processor.contract;

import dev.strait.processor.model.AnswerModel;
import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.ConstraintModel.Rule;
import dev.strait.processor.model.EnumModel;
import dev.strait.processor.model.LinearPattern.Run;
import dev.strait.processor.model.MessageModel;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.TypeModel.Kind;
import dev.strait.processor.model.UnionModel;
import dev.strait.processor.model.VariantModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Computes the maximum size of a message in bytes of UTF-8 from its constraints. Every char of a text counts as an
 * escape sequence, and a number without a limit counts with the most digits that the reader accepts. Sets count without
 * duplicates, and white space does not count. Recursive records are bounded by the maximum depth of a frame.
 */
public final class FrameSize {

    /** For the fields of the protocol, white space, and fields of newer contracts; as in the runtime. */
    private static final int FRAME_OVERHEAD = 4_096;

    private static final long UNLIMITED = Long.MAX_VALUE;
    private static final int ESCAPE_LENGTH = 6;
    private static final int MAX_NUMBER_LENGTH = 100;
    private static final int MAX_EMAIL_LENGTH = 254;
    private static final int MAX_KEY_LENGTH = 256;
    private static final int MAX_URI_LENGTH = 2_048;
    /** The longest java.time value is a date and time with a named zone. */
    private static final int MAX_TIME_LENGTH = 64;
    /** Larger sizes count as unlimited, which also avoids overflow. */
    private static final long MAX_SIZE = 1L << 40;

    /** The maximum number of levels of objects and arrays in a frame, as in the runtime. */
    private static final int MAX_DEPTH = 32;

    private final ChannelModel channel;
    private final Map<Level, Long> records = new HashMap<>();

    /** A record at a depth. */
    private record Level(String record, int depth) {}

    private FrameSize(ChannelModel channel) {
        this.channel = channel;
    }

    /**
     * The largest message or answer that a client can send.
     *
     * @param wireName its wire name
     * @param bytes its maximum size
     */
    public record Largest(String wireName, long bytes) {

        /** Returns the maximum size of a frame, which may have more than its message. */
        public long frameBytes() {
            return bytes + FRAME_OVERHEAD;
        }
    }

    /** Returns the largest message or answer that a client can send; empty if clients send nothing, or without limit. */
    public static Optional<Largest> largestToServer(ChannelModel channel) {
        List<Largest> sizes = new ArrayList<>();
        boolean isLimited = true;
        for (MessageModel message : channel.toServerMessages()) {
            isLimited &= addTo(sizes, message.wireName(), of(channel, message));
        }
        for (MessageModel ask : channel.toClientMessages()) {
            for (VariantModel variant : ask.answer().map(AnswerModel::variants).orElse(List.of())) {
                String discriminator = ask.answer().orElseThrow().discriminator();
                isLimited &= addTo(sizes, variant.wireName(), of(channel, discriminator, variant));
            }
        }
        return isLimited ? sizes.stream().max(Comparator.comparingLong(Largest::bytes)) : Optional.empty();
    }

    private static boolean addTo(List<Largest> sizes, String wireName, OptionalLong size) {
        size.ifPresent(bytes -> sizes.add(new Largest(wireName, bytes)));
        return size.isPresent();
    }

    /** Returns the maximum size of a message; empty if there is no limit. */
    public static OptionalLong of(ChannelModel channel, MessageModel message) {
        String discriminator = channel.toServerMessages().contains(message)
                ? channel.toServerDiscriminator()
                : channel.toClientDiscriminator();
        return of(channel, discriminator, new VariantModel(message.record().id(), message.wireName()));
    }

    private static OptionalLong of(ChannelModel channel, String discriminator, VariantModel variant) {
        long size = new FrameSize(channel).variant(discriminator, variant, 0);
        return size >= MAX_SIZE ? OptionalLong.empty() : OptionalLong.of(size);
    }

    private long variant(String discriminator, VariantModel variant, int depth) {
        int type = "\"\":\"\",".length() + discriminator.length() + bytes(variant.wireName());
        return sum(type, record(variant.record(), depth));
    }

    /** Returns 0 for what is too deep for a frame. */
    private long record(String id, int depth) {
        if (depth == MAX_DEPTH) {
            return 0;
        }
        Level level = new Level(id, depth);
        Long known = records.get(level);
        if (known != null) {
            return known;
        }
        RecordModel record = channel.record(id);
        long size = "{}".length();
        for (ComponentModel component : record.components()) {
            int name = Stream.concat(Stream.of(component.jsonName()), component.aliases().stream())
                    .mapToInt(FrameSize::bytes)
                    .max()
                    .orElse(0);
            size = sum(size, sum(name + "\"\":,".length(), orNull(component.type(), depth + 1)));
        }
        records.put(level, size);
        return size;
    }

    private long type(TypeModel type, int depth) {
        long size = switch (type.kind()) {
            case BOOLEAN -> "false".length();
            case BYTE -> 4;
            case SHORT -> 6;
            case INT, OPTIONAL_INT -> 11;
            case LONG, OPTIONAL_LONG -> 20;
            case FLOAT, DOUBLE, OPTIONAL_DOUBLE -> MAX_NUMBER_LENGTH;
            case CHAR -> 2 + ESCAPE_LENGTH;
            case BIG_INTEGER, BIG_DECIMAL -> MAX_NUMBER_LENGTH;
            case TEXT ->
                2 + ESCAPE_LENGTH * (type.reference().orElse("").equals("URI") ? MAX_URI_LENGTH : MAX_TIME_LENGTH);
            case ENUM -> 2 + longest(type);
            case STRING -> sum(2, product(ESCAPE_LENGTH, chars(type)));
            case BYTES -> sum(2, product(4 * ESCAPE_LENGTH, sum(1, upperSize(type) / 3)));
            case RECORD -> record(type.reference().orElseThrow(), depth);
            case UNION -> union(type.reference().orElseThrow(), depth);
            case OPTIONAL -> type(type.argument(), depth);
            case LIST, SET, ARRAY, MAP -> container(type, depth);
            case JSON_NODE, FOREIGN -> UNLIMITED;
        };
        return type.isQuoted() ? sum(2, size) : size;
    }

    private long container(TypeModel type, int depth) {
        if (depth == MAX_DEPTH) {
            return 0;
        }
        long key = type.kind() == Kind.MAP ? key(type.key()) : 1;
        return sum(2, product(upperSize(type), sum(key, orNull(type.argument(), depth + 1))));
    }

    private long orNull(TypeModel type, int depth) {
        return type.isNullable() ? Math.max("null".length(), type(type, depth)) : type(type, depth);
    }

    private long key(TypeModel key) {
        return switch (key.kind()) {
            case STRING -> sum("\"\":,".length(), product(ESCAPE_LENGTH, Math.min(MAX_KEY_LENGTH, chars(key))));
            case ENUM, TEXT -> sum(":,".length(), type(key, 0));
            default -> sum("\"\":,".length(), type(key, 0));
        };
    }

    private long union(String id, int depth) {
        long largest = 0;
        UnionModel union = channel.union(id);
        for (VariantModel variant : union.variants()) {
            largest = Math.max(largest, variant(union.discriminator(), variant, depth));
        }
        return largest;
    }

    private int longest(TypeModel type) {
        return channel.enums().stream()
                .filter(known -> known.type().equals(type.name()))
                .map(EnumModel::constants)
                .flatMap(List::stream)
                .mapToInt(FrameSize::bytes)
                .max()
                .orElse(0);
    }

    /** Returns the size of a name in the contract. ASCII characters are never escaped; others may be. */
    private static int bytes(String name) {
        return name.chars().map(unit -> unit < 0x80 ? 1 : ESCAPE_LENGTH).sum();
    }

    /** Returns the maximum length of a text in chars; {@link Long#MAX_VALUE} if there is no limit. */
    public static long chars(TypeModel text) {
        return chars(text.constraints());
    }

    private static long chars(List<ConstraintModel> constraints) {
        long max = UNLIMITED;
        for (ConstraintModel constraint : constraints) {
            long length = switch (constraint.rule()) {
                case SIZE -> constraint.isUpperSize() ? constraint.most().longValue() : UNLIMITED;
                case EMAIL -> MAX_EMAIL_LENGTH;
                case PATTERN ->
                    constraint
                            .regex()
                            .flatMap(regex -> regex.linear())
                            .map(linear -> linear.runs().stream()
                                    .mapToLong(FrameSize::chars)
                                    .reduce(0, FrameSize::sum))
                            .orElse(UNLIMITED);
                case DIGITS, LEAST, MOST -> MAX_NUMBER_LENGTH;
                case ALL -> chars(constraint.parts());
                default -> UNLIMITED;
            };
            max = Math.min(max, length);
        }
        return max;
    }

    private static long chars(Run run) {
        return run.most() == Integer.MAX_VALUE ? UNLIMITED : run.most();
    }

    private static long upperSize(TypeModel type) {
        return type.constraints().stream()
                .flatMap(ConstraintModel::flat)
                .filter(ConstraintModel::isUpperSize)
                .filter(constraint -> constraint.rule() == Rule.SIZE)
                .mapToLong(constraint -> constraint.most().longValue())
                .min()
                .orElse(UNLIMITED);
    }

    /** Returns whether the size of a value is limited, apart from the values inside it. */
    public static boolean isBounded(TypeModel type) {
        return switch (type.kind()) {
            case STRING -> chars(type) < UNLIMITED;
            case BYTES, LIST, SET, ARRAY, MAP -> upperSize(type) < UNLIMITED;
            case JSON_NODE -> false;
            default -> true;
        };
    }

    private static long sum(long one, long other) {
        return one >= MAX_SIZE || other >= MAX_SIZE ? UNLIMITED : one + other;
    }

    private static long product(long one, long other) {
        if (one == 0 || other == 0) {
            return 0;
        }
        return one >= MAX_SIZE || other >= MAX_SIZE || one > MAX_SIZE / other ? UNLIMITED : one * other;
    }
}
