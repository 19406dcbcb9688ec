package dev.strait.benchmarks.fanout;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Many clients in one process. Prints the bytes of live heap for each connection, the nanoseconds of CPU for each message that
 * is sent and answered, and their number.
 */
final class ClientLoad {

    private static final String TEXT = "The quick brown fox jumps over the lazy dog.";
    private static final int WARM_CONNECTIONS = 10;

    private final LongAdder messages = new LongAdder();
    private volatile boolean isRunning = true;

    private ClientLoad() {}

    /** A client that was opened. */
    private interface Talking {

        void say(int number);
    }

    /** Arguments: {@code strait} or {@code jdk}, the port, the number of connections, seconds, seconds to warm up. */
    public static void main(String[] arguments) throws Exception {
        boolean isStrait = arguments[0].equals("strait");
        int port = Integer.parseInt(arguments[1]);
        int connections = Integer.parseInt(arguments[2]);
        ClientLoad load = new ClientLoad();
        HttpClient http = HttpClient.newHttpClient();
        List<Talking> clients = new ArrayList<>(load.open(isStrait, http, port, WARM_CONNECTIONS));
        long heap = liveHeap();
        clients.addAll(load.open(isStrait, http, port, connections));
        long perConnection = (liveHeap() - heap) / connections;
        clients.forEach(client -> client.say(1));
        TimeUnit.SECONDS.sleep(Long.parseLong(arguments[4]));
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = process.getProcessCpuTime();
        long before = load.messages.sum();
        TimeUnit.SECONDS.sleep(Long.parseLong(arguments[3]));
        long count = load.messages.sum() - before;
        long used = process.getProcessCpuTime() - cpu;
        load.isRunning = false;
        System.out.printf(Locale.ROOT, "%d %d %d%n", perConnection, used / Math.max(1, count), count);
        System.exit(0);
    }

    private List<Talking> open(boolean isStrait, HttpClient http, int port, int count) throws Exception {
        List<Talking> clients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            clients.add(isStrait ? openStrait(port) : openJdk(http, port));
        }
        return clients;
    }

    private Talking openStrait(int port) throws Exception {
        EchoClient client = EchoClient.at("ws://localhost:" + port).open();
        client.ready().get(1, TimeUnit.MINUTES);
        client.onSaid(said -> {
            messages.increment();
            if (isRunning) {
                client.say(said.number() + 1, TEXT);
            }
        });
        return number -> client.say(number, TEXT);
    }

    private Talking openJdk(HttpClient http, int port) throws Exception {
        CompletableFuture<WebSocket> opened = new CompletableFuture<>();
        http.newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:" + port + "/ws/echo"), new WebSocket.Listener() {

                    @Override
                    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean isLast) {
                        messages.increment();
                        if (isRunning) {
                            say(socket, 1);
                        }
                        return WebSocket.Listener.super.onText(socket, text, isLast);
                    }
                })
                .whenComplete((socket, failure) -> {
                    if (failure == null) {
                        opened.complete(socket);
                    } else {
                        opened.completeExceptionally(failure);
                    }
                });
        WebSocket socket = opened.get(1, TimeUnit.MINUTES);
        return number -> say(socket, number);
    }

    private static void say(WebSocket socket, int number) {
        CompletableFuture<WebSocket> unused =
                socket.sendText("{\"type\":\"say\",\"number\":" + number + ",\"text\":\"" + TEXT + "\"}", true);
    }

    private static long liveHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
