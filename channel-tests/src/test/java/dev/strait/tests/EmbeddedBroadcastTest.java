package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Handshake;
import dev.strait.server.ChannelServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A broadcast is encoded once and allocated once for all recipients. */
class EmbeddedBroadcastTest {

    private static final String FRAME = "{\"type\":\"tick\",\"text\":\"0123456789012345678901234567890123456789\"}";
    private static final int HEADER_BYTES = 2;
    private static final int BROADCASTS = 200;
    /** A slot in a queue. Queues reuse their slots. */
    private static final int SLOT_BYTES = 8;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** The loops of closed servers may still be ending. */
    private final Set<Long> otherLoops = loops();

    private final ChannelHub hub =
            ChannelHub.builder().limits(Running.generous().build()).build();
    private final TickerEmitter ticker = TickerEmitter.of(hub);
    private final List<Socket> members = new ArrayList<>();
    private final ChannelServer server = start();

    private ChannelServer start() {
        hub.add(TickerEndpoint.of(new TickerHandler<String>() {
            @Override
            public String open(Ticker.Room room, Handshake handshake) {
                return "";
            }
        }));
        return EmbeddedContainer.server(hub).loopThreads(1).start();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket member : members) {
            member.close();
        }
        server.close();
    }

    /** Adds members that do not read. All that they receive fits into the socket buffers. */
    private void addMembers(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket member = new Socket(InetAddress.getLoopbackAddress(), server.port());
            member.setSoTimeout(Await.TIMEOUT_MILLIS);
            members.add(member);
            member.getOutputStream().write(upgrade().getBytes(StandardCharsets.US_ASCII));
            readHead(member.getInputStream());
            int expected = members.size();
            Await.until(() -> ticker.room("hall").size() == expected);
        }
    }

    @SuppressWarnings("StringConcatToTextBlock") // a text block would end its lines with \n
    private static String upgrade() {
        return "GET /ws/ticker/hall HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    }

    private static void readHead(InputStream in) throws IOException {
        int last = 0;
        while (last != 0x0d0a0d0a) {
            int next = in.read();
            assertThat(next).isNotNegative();
            last = last << 8 | next;
        }
    }

    private void removeMembers(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            members.remove(members.size() - 1).close();
        }
        Await.until(() -> ticker.room("hall").size() == members.size());
    }

    /** Sends each message once the last member, and so every member, has received the previous one. */
    private void broadcast(int count) throws IOException {
        InputStream last = members.get(members.size() - 1).getInputStream();
        for (int i = 0; i < count; i++) {
            ticker.room("hall").tick("0123456789012345678901234567890123456789");
            byte[] frame = last.readNBytes(HEADER_BYTES + FRAME.length());
            assertThat(new String(frame, HEADER_BYTES, FRAME.length(), StandardCharsets.UTF_8))
                    .isEqualTo(FRAME);
        }
    }

    private Set<Long> loops() {
        Set<Long> loops = new HashSet<>();
        for (long id : threads.getAllThreadIds()) {
            var info = threads.getThreadInfo(id);
            if (info != null && info.getThreadName().startsWith("strait-loop")) {
                loops.add(id);
            }
        }
        return loops;
    }

    /** Bytes allocated by this thread and by the server's only loop. */
    private long allocated(long loop) {
        return threads.getCurrentThreadAllocatedBytes() + threads.getThreadAllocatedBytes(loop);
    }

    /** The minimum of some measurements: code that is not compiled yet allocates more. */
    private long bytesPerBroadcast(long loop) throws IOException {
        long minimum = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = allocated(loop);
            broadcast(BROADCASTS);
            minimum = Math.min(minimum, (allocated(loop) - before) / BROADCASTS);
        }
        return minimum;
    }

    @Test
    void aMessageIsEncodedOnceForAllRecipients() throws IOException {
        addMembers(1);
        int before = Ticker.Tick.READ.get();
        broadcast(1);
        int readsForOne = Ticker.Tick.READ.get() - before;
        addMembers(49);
        before = Ticker.Tick.READ.get();
        broadcast(1);
        assertThat(Ticker.Tick.READ.get() - before).isEqualTo(readsForOne);
    }

    @Test
    void eachRecipientAllocatesLessThanAQueueSlot() throws IOException {
        assumeThat(threads.isThreadAllocatedMemorySupported()).isTrue();
        addMembers(250);
        broadcast(BROADCASTS);
        Set<Long> loops = loops();
        loops.removeAll(otherLoops);
        assertThat(loops).hasSize(1);
        long loop = loops.iterator().next();
        long bytesForMany = bytesPerBroadcast(loop);
        removeMembers(200);
        long bytesForFew = bytesPerBroadcast(loop);
        assertThat(bytesForFew).isPositive();
        assertThat((bytesForMany - bytesForFew) / 200)
                .as("bytes per recipient; %s bytes for 50, %s for 250", bytesForFew, bytesForMany)
                .isLessThan(SLOT_BYTES);
    }
}
