package dev.strait.tests.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.tests.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Closes a server with many clients that have not read everything yet. */
@EnabledOnOs(OS.LINUX)
class DrainSoak {

    private static final int CLIENTS = Soak.parameter("drain.clients", 1_000);
    private static final int MESSAGES = Soak.parameter("drain.messages", 100);
    /** More than the kernel keeps for a client that does not read, so that messages wait in the server too. */
    private static final int MESSAGE_BYTES = 3_000;

    private static final int RESTART = 1012;

    @Test
    void everyClientGetsEverythingAndAGoodbye() throws Exception {
        try (ServerProcess server = ServerProcess.start();
                ClientLoop loop = new ClientLoop(server)) {
            List<Reader> readers = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                readers.add(Reader.connect(loop, i, "hall"));
            }
            loop.await(() -> readers.stream().allMatch(Reader::isInRoom));
            readers.forEach(reader -> reader.client().pause(true));
            Map<String, Long> sent = server.ask("send hall " + MESSAGES + " " + MESSAGE_BYTES);
            CompletableFuture<Map<String, Long>> closed = CompletableFuture.supplyAsync(() -> server.ask("close"));
            readers.forEach(reader -> reader.client().pause(false));
            long millis = ServerProcess.number(Await.result(closed), "millis");
            loop.await(() -> readers.stream().allMatch(reader -> reader.client().isEnded()));

            long whole = readers.stream()
                    .filter(reader -> reader.numbers() == MESSAGES && reader.hasGoodbye())
                    .count();
            long told = readers.stream()
                    .filter(reader -> reader.client().closeCode() == RESTART)
                    .count();
            Soak.print(
                    "drain",
                    String.format(
                            "%,d clients, %d messages of %,d bytes each: closed in %d ms; %,d got everything, %,d got %d",
                            CLIENTS, MESSAGES, MESSAGE_BYTES, millis, whole, told, RESTART));
            assertThat(sent).containsEntry("queued", (long) CLIENTS * MESSAGES).containsEntry("dropped", 0L);
            assertThat(whole).isEqualTo(CLIENTS);
            assertThat(told).isEqualTo(CLIENTS);
        }
    }
}
