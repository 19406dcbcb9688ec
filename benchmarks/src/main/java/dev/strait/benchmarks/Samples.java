package dev.strait.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Random messages from fixed seeds, so that every contender gets the same. */
final class Samples {

    private static final String[] WORDS = {
        "the", "quick", "brown", "fox", "jumps", "over", "a", "lazy", "dog", "and", "reads", "mail", "before", "noon"
    };
    private static final String[] NAMES = {"Ann Archer", "Bob Baker", "Jörg Müller", "Zoë Çelik", "陳大文", "Олег Петров"};
    private static final String[] CITIES = {"Berlin", "Zürich", "São Paulo", "東京", "Київ", "New York"};

    private final Random random;

    private Samples(long seed) {
        random = new Random(seed);
    }

    static List<Messages.ToServer> small() {
        Samples samples = new Samples(1);
        return samples.some(64, Samples::append);
    }

    static List<Messages.ToServer> medium() {
        return new Samples(2).some(32, Samples::order);
    }

    static List<Messages.ToServer> large() {
        return new Samples(3).some(4, Samples::batch);
    }

    /** 60 % small, 15 % join, 15 % ack, 10 % medium. */
    static List<Messages.ToServer> mix() {
        return new Samples(4).some(64, samples -> {
            int kind = samples.random.nextInt(100);
            if (kind < 60) {
                return samples.append();
            }
            if (kind < 75) {
                return new Messages.Join(samples.word() + "-" + samples.word(), samples.pick(NAMES));
            }
            return kind < 90 ? new Messages.Ack(1 + samples.random.nextInt(1_000_000)) : samples.order();
        });
    }

    private <T> List<T> some(int count, Function<Samples, T> maker) {
        List<T> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(maker.apply(this));
        }
        return all;
    }

    private Messages.Append append() {
        return new Messages.Append(
                word() + "-" + random.nextInt(1000), random.nextInt(100_000), words(3 + random.nextInt(4)));
    }

    private Messages.Order order() {
        boolean isWide = random.nextBoolean();
        int names = isWide ? NAMES.length : 4;
        List<Messages.Item> items = some(3, Samples::item);
        return new Messages.Order(
                "DE-" + (100_000 + random.nextInt(900_000)),
                new Messages.Customer(NAMES[random.nextInt(names)], CITIES[isWide ? 3 : random.nextInt(3)]),
                random.nextBoolean() ? Messages.Side.BUY : Messages.Side.SELL,
                items,
                1_760_000_000_000L + random.nextInt(1_000_000_000),
                random.nextInt(10_000_000) / 100.0,
                random.nextBoolean(),
                random.nextBoolean() ? null : "say \"" + words(3) + "\"\nplease");
    }

    private Messages.Item item() {
        return new Messages.Item(
                pick("abc", "xyz", "fox") + (100 + random.nextInt(900)),
                1 + random.nextInt(50),
                random.nextInt(100_000) / 100.0);
    }

    private Messages.Batch batch() {
        return new Messages.Batch(some(
                200,
                samples -> new Messages.Reading(
                        samples.random.nextInt(1_000_000),
                        "sensor-" + samples.random.nextInt(100),
                        samples.random.nextInt(1_000_000) / 1000.0,
                        1_760_000_000_000L + samples.random.nextInt(1_000_000_000),
                        samples.random.nextInt(10) > 0)));
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder(word());
        for (int i = 1; i < count; i++) {
            text.append(' ').append(word());
        }
        return text.toString();
    }

    private String word() {
        return pick(WORDS);
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }

    static byte[] utf8(String frame) {
        return frame.getBytes(StandardCharsets.UTF_8);
    }
}
