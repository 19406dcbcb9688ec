package dev.strait.processor.contract;

import dev.strait.processor.model.ChannelModel;
import dev.strait.processor.model.ComponentModel;
import dev.strait.processor.model.ConstraintModel;
import dev.strait.processor.model.ConstraintModel.Rule;
import dev.strait.processor.model.EnumModel;
import dev.strait.processor.model.LinearPattern.Run;
import dev.strait.processor.model.MessageModel;
import dev.strait.processor.model.RecordModel;
import dev.strait.processor.model.TypeModel;
import dev.strait.processor.model.VariantModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How many bytes of UTF-8 a message can have, from its constraints: with each char of a text as an escape of six bytes, numbers
 * as long as they are read, sets without repetitions, and no white space.
 */
public final class FrameSize {

    private static final long NONE = Long.MAX_VALUE;
    private static final int ESCAPE = 6;
    private static final int NUMBER = 100;
    private static final int EMAIL = 254;
    private static final int KEY = 256;
    private static final int URI = 2_048;
    /** The longest of java.time: a date and time with a named zone. */
    private static final int TIME = 64;
    /** Beyond so much nobody counts. */
    private static final long MOST = 1L << 40;

    private final ChannelModel channel;
    /** Records that are being measured: who holds itself has no bound. */
    private final Set<String> open = new HashSet<>();

    private FrameSize(ChannelModel channel) {
        this.channel = channel;
    }

    /** Of the largest that a client can send, a message or an answer; empty where there is no bound. */
    public static OptionalLong largestToServer(ChannelModel channel) {
        List<OptionalLong> sizes = new ArrayList<>();
        channel.toServerMessages().forEach(message -> sizes.add(of(channel, message)));
        for (MessageModel ask : channel.toClientMessages()) {
            ask.answer().ifPresent(answer -> answer.variants().forEach(variant -> sizes.add(of(channel, variant))));
        }
        return sizes.stream().allMatch(OptionalLong::isPresent)
                ? sizes.stream().mapToLong(OptionalLong::getAsLong).max()
                : OptionalLong.empty();
    }

    /** Of a message; empty where it has no bound. */
    public static OptionalLong of(ChannelModel channel, MessageModel message) {
        return of(channel, new VariantModel(message.record().id(), message.wireName()));
    }

    private static OptionalLong of(ChannelModel channel, VariantModel variant) {
        long size = new FrameSize(channel).variant(variant);
        return size >= MOST ? OptionalLong.empty() : OptionalLong.of(size);
    }

    private long variant(VariantModel variant) {
        return sum(bytes(variant.wireName()) + "\"type\":\"\",".length(), record(variant.record()));
    }

    private long record(String id) {
        if (!open.add(id)) {
            return NONE;
        }
        RecordModel record = channel.record(id);
        long size = "{}".length();
        for (ComponentModel component : record.components()) {
            int name = Stream.concat(Stream.of(component.jsonName()), component.aliases().stream())
                    .mapToInt(FrameSize::bytes)
                    .max()
                    .orElse(0);
            size = sum(size, sum(name + "\"\":,".length(), type(component.type())));
        }
        open.remove(id);
        return size;
    }

    private long type(TypeModel type) {
        long size = switch (type.kind()) {
            case BOOLEAN -> "false".length();
            case BYTE -> 4;
            case SHORT -> 6;
            case INT, OPTIONAL_INT -> 11;
            case LONG, OPTIONAL_LONG -> 20;
            case FLOAT, DOUBLE, OPTIONAL_DOUBLE -> NUMBER;
            case CHAR -> 2 + ESCAPE;
            case BIG_INTEGER, BIG_DECIMAL -> NUMBER;
            case TEXT -> 2 + ESCAPE * (type.reference().orElse("").equals("URI") ? URI : TIME);
            case ENUM -> 2 + longest(type);
            case STRING -> sum(2, product(ESCAPE, chars(type)));
            case BYTES -> sum(2, product(4 * ESCAPE, sum(1, upperSize(type) / 3)));
            case RECORD -> record(type.reference().orElseThrow());
            case UNION -> union(type.reference().orElseThrow());
            case OPTIONAL -> type(type.argument());
            case LIST, SET, ARRAY -> sum(2, product(upperSize(type), sum(1, type(type.argument()))));
            case MAP -> sum(2, product(upperSize(type), sum(key(type.key()), type(type.argument()))));
            case JSON_NODE, FOREIGN -> NONE;
        };
        return type.isQuoted() ? sum(2, size) : size;
    }

    private long key(TypeModel key) {
        return switch (key.kind()) {
            case STRING -> sum("\"\":,".length(), product(ESCAPE, Math.min(KEY, chars(key))));
            case ENUM, TEXT -> sum(":,".length(), type(key));
            default -> sum("\"\":,".length(), type(key));
        };
    }

    private long union(String id) {
        long largest = 0;
        for (VariantModel variant : channel.union(id).variants()) {
            largest = Math.max(largest, variant(variant));
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

    /** Of a name in the contract: plain ASCII is never escaped, other characters may be. */
    private static int bytes(String name) {
        return name.chars().map(unit -> unit < 0x80 ? 1 : ESCAPE).sum();
    }

    /** How many chars a text can have; {@link Long#MAX_VALUE} where there is no bound. */
    public static long chars(TypeModel text) {
        return chars(text.constraints());
    }

    private static long chars(List<ConstraintModel> constraints) {
        long least = NONE;
        for (ConstraintModel constraint : constraints) {
            long most = switch (constraint.rule()) {
                case SIZE -> constraint.isUpperSize() ? constraint.most().longValue() : NONE;
                case EMAIL -> EMAIL;
                case PATTERN ->
                    constraint
                            .regex()
                            .flatMap(regex -> regex.linear())
                            .map(linear -> linear.runs().stream()
                                    .mapToLong(FrameSize::chars)
                                    .reduce(0, FrameSize::sum))
                            .orElse(NONE);
                case DIGITS, LEAST, MOST -> NUMBER;
                case ALL -> chars(constraint.parts());
                default -> NONE;
            };
            least = Math.min(least, most);
        }
        return least;
    }

    private static long chars(Run run) {
        return run.most() == Integer.MAX_VALUE ? NONE : run.most();
    }

    private static long upperSize(TypeModel type) {
        return type.constraints().stream()
                .flatMap(ConstraintModel::flat)
                .filter(ConstraintModel::isUpperSize)
                .filter(constraint -> constraint.rule() == Rule.SIZE)
                .mapToLong(constraint -> constraint.most().longValue())
                .min()
                .orElse(NONE);
    }

    /** Whether a value of a type has a bound, what it holds apart. */
    public static boolean isBounded(TypeModel type) {
        return switch (type.kind()) {
            case STRING -> chars(type) < NONE;
            case BYTES, LIST, SET, ARRAY, MAP -> upperSize(type) < NONE;
            case JSON_NODE -> false;
            default -> true;
        };
    }

    private static long sum(long one, long other) {
        return one >= MOST || other >= MOST ? NONE : one + other;
    }

    private static long product(long one, long other) {
        if (one == 0 || other == 0) {
            return 0;
        }
        return one >= MOST || other >= MOST || one > MOST / other ? NONE : one * other;
    }
}
