package dev.strait.tests.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sends to a client that does not read, and adds up what it costs the server until it is closed. */
@EnabledOnOs(OS.LINUX)
class DeafClientSoak {

    private static final long MAX_BYTES = 1_572_864; // 1.5 MiB
    private static final int STEP_BYTES = 20_000;
    /** What the queue of the server adds to the size of each frame. */
    private static final int FRAME_OVERHEAD = 64;

    @ParameterizedTest
    @CsvSource({"0, 100", "0, 1000", "0, 10000", "0, 60000", "1, 100", "1, 1000", "1, 10000", "1, 60000"})
    void aDeafClientCostsAtMostOneAndAHalfMebibytes(int nio, int messageBytes) throws Exception {
        String[] settings =
                nio == 1 ? new String[] {"nio=1", "writeMillis=600000"} : new String[] {"writeMillis=600000"};
        try (ServerProcess server = ServerProcess.start(settings);
                ClientLoop loop = new ClientLoop(server)) {
            Reader deaf = Reader.connect(loop, 0, "hall");
            loop.await(deaf::isInRoom);
            deaf.client().pause(true);
            String client = deaf.client().address();
            SocketMemory before = SocketMemory.of(server.port(), client);
            int perStep = Math.max(1, STEP_BYTES / messageBytes);
            long wireBytes = frameBytes(messageBytes);
            long sent = 0;
            long maxCost = 0;
            String most = "";
            while (true) {
                Map<String, Long> answer = server.ask("send hall " + perStep + " " + messageBytes);
                if (ServerProcess.number(answer, "dropped") > 0) {
                    break;
                }
                sent += perStep;
                SocketMemory now = SocketMemory.of(server.port(), client);
                // The queue: what was sent, without what the kernel has taken.
                long waiting = Math.max(0, sent * wireBytes - (now.taken() - before.taken()));
                long queued = waiting + FRAME_OVERHEAD * ((waiting + wireBytes - 1) / wireBytes);
                if (queued + now.memory() > maxCost) {
                    maxCost = queued + now.memory();
                    most = String.format("queue %,d, kernel %,d bytes", queued, now.memory());
                }
                assertThat(queued + now.memory()).isLessThan(MAX_BYTES);
            }
            long bound = maxCost + perStep * (wireBytes + FRAME_OVERHEAD);
            Soak.print(
                    "deaf client",
                    String.format(
                            "%s, messages of %,d bytes: %s; at most %,d bytes in all",
                            nio == 1 ? "NIO" : "epoll", messageBytes, most, bound));
            assertThat(bound).isLessThanOrEqualTo(MAX_BYTES);
            assertThat(bound).as("the client was deaf").isGreaterThan(1_000_000);
        }
    }

    /** Returns the size of a frame with a text of a length. */
    private static int frameBytes(int textBytes) {
        int payload = "{\"type\":\"posted\",\"$room\":\"hall\",\"text\":\"\"}".length() + textBytes;
        return payload + (payload <= 125 ? 2 : 4);
    }
}
