package dev.strait.tests.soak;

import dev.strait.tests.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One thread that serves many clients of one server. */
final class ClientLoop implements AutoCloseable {

    private static final int BUFFER_BYTES = 262_144;
    /** Addresses from 127.0.0.1 up, so that no address has more than a small share of the connections. */
    private static final int ADDRESSES = 16;

    private final Selector selector;
    private final InetSocketAddress server;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final Thread thread = new Thread(this::run, "soak-clients");
    private volatile boolean isStopping;
    private volatile @Nullable Throwable failure;

    ClientLoop(ServerProcess process) throws IOException {
        this.selector = Selector.open();
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), process.port());
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns the address of the client with a number. */
    static String addressOf(int number) {
        return "127.0.0." + (1 + number % ADDRESSES);
    }

    /** Connects a client, whose events are reported on the thread of this loop. */
    SoakClient connect(String address, String target, SoakClient.Events events) {
        SoakClient client = new SoakClient(this, target, events);
        execute(() -> connect(client, address));
        return client;
    }

    private void connect(SoakClient client, String address) {
        try {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.bind(new InetSocketAddress(address, 0));
            client.connecting(channel, channel.register(selector, SelectionKey.OP_CONNECT, client));
            if (channel.connect(server)) {
                client.connected();
            }
        } catch (IOException refused) {
            client.fail(refused);
        }
    }

    /** Runs a task on the thread of this loop. */
    void execute(Runnable task) {
        tasks.add(task);
        if (!Thread.currentThread().equals(thread)) {
            selector.wakeup();
        }
    }

    /** Waits for a condition, or fails because this loop has failed. */
    void await(BooleanSupplier condition) {
        Await.until(() -> {
            Throwable failed = failure;
            if (failed != null) {
                throw new AssertionError("The clients have failed.", failed);
            }
            return condition.getAsBoolean();
        });
    }

    private void run() {
        try (selector) {
            while (!isStopping) {
                if (tasks.isEmpty()) {
                    selector.select(this::serve);
                } else {
                    selector.selectNow(this::serve);
                }
                // Tasks that are added meanwhile have to wait for the sockets.
                for (int i = tasks.size(); i > 0; i--) {
                    tasks.remove().run();
                }
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException | RuntimeException | Error failed) {
            failure = failed;
        }
    }

    private void serve(SelectionKey key) {
        SoakClient client = (SoakClient) key.attachment();
        try {
            client.ready(buffer);
        } catch (IOException reset) {
            client.fail(reset);
        }
    }

    @Override
    public void close() {
        isStopping = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
