package dev.strait.tests.soak;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.Limits;
import dev.strait.server.ChannelServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The server of the soak programs, in a process of its own. Its arguments are settings such as {@code nio=1}. It prints its
 * port, then answers each line of its input with one line: names and numbers, in turn. It stops when its input ends.
 */
final class SoakServer {

    private final Map<String, Integer> settings;
    private final Events events = new Events();
    private final ChannelHub hub;
    private final CrowdEmitter crowd;
    private final ChannelServer server;

    private SoakServer(Map<String, Integer> settings) {
        this.settings = settings;
        this.hub = ChannelHub.builder().limits(limits()).listener(events).build();
        this.crowd = CrowdEmitter.of(hub);
        CrowdEndpoint endpoint = CrowdEndpoint.of(new CrowdService());
        set("maxConnectionsPerUser", endpoint::maxConnectionsPerUser);
        hub.add(endpoint);
        ChannelServer.Builder builder =
                ChannelServer.builder(hub).host("127.0.0.1").port(0);
        set("nio", ignored -> builder.nioTransport());
        this.server = builder.start();
    }

    public static void main(String[] arguments) throws IOException {
        Map<String, Integer> settings = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            settings.put(argument.substring(0, equals), Integer.parseInt(argument.substring(equals + 1)));
        }
        SoakServer server = new SoakServer(settings);
        System.out.println(server.server.port());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(server.answer(line.split(" ", -1)));
        }
        server.server.close();
    }

    private Limits limits() {
        Limits.Builder limits = Limits.builder();
        set("maxHandshakesPerSecond", limits::maxHandshakesPerSecond);
        set("maxConnections", limits::maxConnections);
        set("maxRoomsPerNode", limits::maxRoomsPerNode);
        set("maxHandlerThreads", limits::maxHandlerThreads);
        set("pingMillis", millis -> limits.pingInterval(Duration.ofMillis(millis)));
        set("idleMillis", millis -> limits.idleTimeout(Duration.ofMillis(millis)));
        set("writeMillis", millis -> limits.writeTimeout(Duration.ofMillis(millis)));
        return limits.build();
    }

    private void set(String name, IntConsumer setter) {
        Optional.ofNullable(settings.get(name)).ifPresent(setter::accept);
    }

    private String answer(String... words) {
        return switch (words[0]) {
            case "state" ->
                events.state() + " connections " + crowd.connections().size() + " rooms "
                        + crowd.rooms().size();
            case "heap" -> "heap " + heap();
            case "instances" -> instances();
            case "send" -> send(words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]));
            case "load" ->
                load(words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]), Integer.parseInt(words[4]));
            case "close" -> close();
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    /** Returns the bytes in use after a collection. */
    private static long heap() {
        System.gc();
        System.gc(); // what the first one has made unreachable by clearing references
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Returns the classes of Strait with the number of their reachable instances. */
    private static String instances() {
        try {
            String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            return histogram
                    .lines()
                    .map(line -> line.trim().split("\\s+", -1))
                    .filter(row -> row.length >= 4 && row[3].startsWith("dev.strait.") && !row[3].contains("$$Lambda"))
                    .map(row -> row[3] + " " + row[1])
                    .collect(Collectors.joining(" "));
        } catch (JMException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    /** Sends numbered messages to a room as fast as possible, until one is dropped. */
    private String send(String room, int count, int bytes) {
        int sent = 0;
        int queued = 0;
        int dropped = 0;
        while (sent < count && dropped == 0) {
            Delivery delivery = crowd.room(room).posted(Numbered.text(sent++, bytes));
            queued += delivery.queued();
            dropped += delivery.dropped();
        }
        return "sent " + sent + " queued " + queued + " dropped " + dropped;
    }

    /** Sends numbered messages to a room at a constant rate. */
    private String load(String room, int bytes, int perSecond, int seconds) {
        events.restart();
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        int count = perSecond * seconds;
        long start = System.nanoTime();
        long maxLate = 0;
        for (int i = 0; i < count; i++) {
            long due = start + i * interval;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            maxLate = Math.max(maxLate, System.nanoTime() - due);
            Delivery unused = crowd.room(room).posted(Numbered.text(i, bytes));
        }
        return "sent " + count + " lateMillis " + TimeUnit.NANOSECONDS.toMillis(maxLate) + " " + events.sinceRestart();
    }

    private String close() {
        long start = System.nanoTime();
        server.close();
        return "millis " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
