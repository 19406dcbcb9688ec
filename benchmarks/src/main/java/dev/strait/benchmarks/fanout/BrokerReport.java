package dev.strait.benchmarks.fanout;

import dev.strait.benchmarks.Machine;
import dev.strait.redis.RedisBackplane;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.Backplane.Arrivals;
import dev.strait.runtime.spi.Backplane.Envelope;
import dev.strait.runtime.spi.Backplane.Topic;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Measures what the messages of a node cost a broker, beside redis-benchmark with the same server. */
public final class BrokerReport {

    private static final int BYTES = 300;
    private static final int ROOMS = 1_000;
    private static final int SUBSCRIPTIONS = 10_000;
    private static final String PLAIN = "redis-benchmark";
    private static final String ADAPTER = "backplane";
    private static final String HUB = "hub";

    private final Map<String, Map<Integer, Double>> figures = new HashMap<>();
    private final int messages;

    private BrokerReport(int messages) {
        this.messages = messages;
    }

    /** Arguments: the results file, rounds, messages. */
    public static void main(String[] arguments) throws Exception {
        BrokerReport report = new BrokerReport(Integer.parseInt(arguments[2]));
        try (BrokerServer server = BrokerServer.start()) {
            for (int round = -1; round < Integer.parseInt(arguments[1]); round++) { // the first one warms up
                report.measure(server, round);
            }
        }
        ResultsSection.write(Path.of(arguments[0]), "broker", report.table());
        System.exit(0); // threads of the clients
    }

    private void measure(BrokerServer server, int round) throws Exception {
        for (int window : new int[] {64, 1}) {
            int count = window == 1 ? messages / 10 : messages;
            add(PLAIN + window, round, plain(server, window, count));
            add(ADAPTER + window, round, adapter(server, window, count));
            add(HUB + window, round, hub(server, window, count));
        }
        restore(server, round);
    }

    private void add(String name, int round, double figure) {
        System.out.printf(Locale.ROOT, "%d %s %.2f%n", round, name, figure);
        if (round >= 0) {
            figures.computeIfAbsent(name, any -> new HashMap<>()).put(round, figure);
        }
    }

    /** Microseconds of the server for a message of redis-benchmark, with one subscriber. */
    private static double plain(BrokerServer server, int window, int count) throws Exception {
        List<String> channels = IntStream.range(0, ROOMS)
                .mapToObj(room -> String.format(Locale.ROOT, "strait:c:{42}R:com.acme.Forum:%012d", room))
                .toList();
        try (Socket subscriber = server.subscribe(channels)) {
            double before = server.cpuMicros();
            int result = new ProcessBuilder(
                            "redis-benchmark",
                            "-p",
                            String.valueOf(server.port()),
                            "-c",
                            "1",
                            "-n",
                            String.valueOf(count),
                            "-P",
                            String.valueOf(window),
                            "-r",
                            String.valueOf(ROOMS),
                            "PUBLISH",
                            "strait:c:{42}R:com.acme.Forum:__rand_int__",
                            "x".repeat(BYTES))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (result != 0 || subscriber.isClosed()) {
                throw new IOException("redis-benchmark: " + result);
            }
            return (server.cpuMicros() - before) / count;
        }
    }

    private static RedisBackplane connect(BrokerServer server) {
        return RedisBackplane.connect("redis://127.0.0.1:" + server.port());
    }

    /** A node that only receives. */
    private static final class Receiver implements Arrivals {

        final Semaphore received = new Semaphore(0);
        final Semaphore ups = new Semaphore(0);

        @Override
        public void received(Topic topic, Envelope envelope) {
            received.release();
        }

        @Override
        public void up() {
            ups.release();
        }

        @Override
        public void down(Optional<Throwable> why) {}

        @Override
        public void lost(Set<Topic> topics) {}
    }

    private static Topic room(int number) {
        return new Topic(Topic.Kind.ROOM, Forum.class.getName(), "r" + number);
    }

    private static void await(CompletionStage<Void> stage) throws Exception {
        stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private static Receiver subscribe(Backplane node, int rooms) throws Exception {
        Receiver receiver = new Receiver();
        await(node.start("node0001", receiver));
        receiver.ups.acquire();
        List<CompletionStage<Void>> subscribed = new ArrayList<>();
        for (int i = 0; i < rooms; i++) {
            subscribed.add(node.subscribe(room(i)));
        }
        for (CompletionStage<Void> each : subscribed) {
            await(each);
        }
        return receiver;
    }

    /** The same bytes by the backplane, to one node that is subscribed. */
    private static double adapter(BrokerServer server, int window, int count) throws Exception {
        try (Backplane from = connect(server);
                Backplane to = connect(server)) {
            Receiver receiver = subscribe(to, ROOMS);
            Receiver unused = subscribe(from, 0);
            Envelope envelope = new Envelope("x".repeat(BYTES).getBytes(StandardCharsets.US_ASCII));
            double before = server.cpuMicros();
            send(window, count, i -> from.publish(room(i % ROOMS), envelope));
            receiver.received.acquire(count);
            return (server.cpuMicros() - before) / count;
        }
    }

    /** A message of that size from a hub to its room, to one node that is subscribed. */
    private static double hub(BrokerServer server, int window, int count) throws Exception {
        try (ChannelHub hub = ChannelHub.builder().backplane(connect(server)).build();
                Backplane to = connect(server)) {
            Receiver receiver = subscribe(to, ROOMS);
            ForumEmitter forum = ForumEmitter.of(hub);
            while (hub.backplane().isDegraded()) {
                Thread.onSpinWait();
            }
            List<ForumSender.RoomTarget> rooms =
                    IntStream.range(0, ROOMS).mapToObj(i -> forum.room("r" + i)).toList();
            String text = "x".repeat(BYTES - "{\"type\":\"posted\",\"text\":\"\"}".length());
            double before = server.cpuMicros();
            send(window, count, i -> rooms.get(i % ROOMS).posted(text).elsewhere());
            receiver.received.acquire(count);
            return (server.cpuMicros() - before) / count;
        }
    }

    private interface Sender {

        CompletionStage<Void> send(int number);
    }

    /** Sends messages, of which at most {@code window} are in flight. */
    private static void send(int window, int count, Sender sender) throws InterruptedException {
        Semaphore places = new Semaphore(window);
        for (int i = 0; i < count; i++) {
            places.acquire();
            CompletionStage<Void> unused = sender.send(i).whenComplete((done, failure) -> places.release());
        }
        places.acquire(window);
    }

    /** Milliseconds until the subscriptions of a node are confirmed again, and of one that speaks the protocol by hand. */
    private void restore(BrokerServer server, int round) throws Exception {
        List<String> channels = IntStream.range(0, SUBSCRIPTIONS)
                .mapToObj(room -> "strait:c:{42}R:com.acme.Forum:r" + room)
                .toList();
        long begin = System.nanoTime();
        server.subscribe(channels).close();
        add("plain restore", round, (System.nanoTime() - begin) / 1e6);
        try (Backplane node = connect(server)) {
            Receiver receiver = subscribe(node, SUBSCRIPTIONS);
            long start = System.nanoTime();
            node.reconnect();
            receiver.ups.acquire();
            add("restore", round, (System.nanoTime() - start) / 1e6);
        }
    }

    private String table() {
        return String.format(
                Locale.ROOT,
                "### Broker%n%n%s, %s, redis-server of Debian 12 (7.0),%n"
                        + "`mvn verify -DskipTests -Pbench,broker -pl benchmarks -am`.%n%n"
                        + "CPU time of the server for a message of %d bytes to one of %d rooms, with one subscriber, relative to%n"
                        + "`redis-benchmark PUBLISH` of as many bytes. The envelope of a hub adds about 80 bytes.%n%n"
                        + "| in flight | backplane x redis-benchmark | hub x redis-benchmark |%n|--:|--:|--:|%n%s%s%n"
                        + "A node that has lost its connection, with %d subscriptions: until all are confirmed again it takes%n"
                        + "%s x the time of a program that subscribes by hand, of which 25 to 75 ms are the pause before it%n"
                        + "connects.%n",
                LocalDate.now(),
                Machine.describe(),
                BYTES,
                ROOMS,
                row(64),
                row(1),
                SUBSCRIPTIONS,
                ratio("restore", "plain restore"));
    }

    private String row(int window) {
        return String.format(
                Locale.ROOT,
                "| %d | %s | %s |%n",
                window,
                ratio(ADAPTER + window, PLAIN + window),
                ratio(HUB + window, PLAIN + window));
    }

    private String ratio(String name, String reference) {
        return Ratio.of(figures.getOrDefault(name, Map.of()), figures.getOrDefault(reference, Map.of()))
                .map(Ratio::toString)
                .orElse("-");
    }
}
