package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.UnixOperatingSystemMXBean;
import dev.strait.runtime.Delivery;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many concurrent connections: no message is lost, duplicated or reordered. */
@Tag("container")
class ManyConnectionsTest {

    @Test
    void concurrentSendersLoseAndReorderNothing() throws Exception {
        sendConcurrently(Running.start());
    }

    @Test
    void nonBlockingConcurrentSendersLoseAndReorderNothing() throws Exception {
        sendConcurrently(Running.nonBlocking());
    }

    private static void sendConcurrently(Running running) throws Exception {
        int senders = 8;
        int messages = 100;
        ExecutorService threads = Executors.newFixedThreadPool(senders);
        try (running) {
            List<TestClient> clients = new ArrayList<>();
            for (int i = 0; i < senders; i++) {
                clients.add(running.joinChat("lobby", "user" + i));
            }
            List<Future<?>> sending = new ArrayList<>();
            for (TestClient client : clients) {
                sending.add(threads.submit(() -> {
                    for (int i = 0; i < messages; i++) {
                        client.send("{'type':'say','text':'" + i + "'}");
                    }
                }));
            }
            for (Future<?> each : sending) {
                each.get();
            }
            List<List<String>> orders = new ArrayList<>();
            for (TestClient client : clients) {
                orders.add(readAll(client, senders, messages));
            }
            // All members of a room see the same order.
            assertThat(orders).allSatisfy(order -> assertThat(order).isEqualTo(orders.get(0)));
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> readAll(TestClient client, int senders, int messages) {
        Map<String, Integer> expected = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (int i = 0; i < senders * messages; i++) {
            JsonNode said = client.nextJson();
            String user = said.path("user").asText();
            int number = Integer.parseInt(said.path("text").asText());
            assertThat(number).as("next of %s", user).isEqualTo(expected.getOrDefault(user, 0));
            expected.put(user, number + 1);
            order.add(user + number);
        }
        client.expectNothing();
        return order;
    }

    private static long maxFileDescriptors() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    @Test
    void aThousandMembersReceiveEachMessageExactlyOnce() {
        int members = (int) Math.min(1_000, maxFileDescriptors() / 3); // two per connection, the rest for other uses
        int messages = 20;
        try (Running running = Running.start()) {
            List<TestClient> clients = new ArrayList<>();
            for (int i = 0; i < members; i++) {
                clients.add(running.client("/ws/chat/hall?user=u" + i));
            }
            clients.forEach(TestClient::expectNothing);
            assertThat(running.chat.room("hall").size()).isEqualTo(members);
            for (int i = 0; i < messages; i++) {
                Delivery delivery = running.chat.room("hall").announcement("n" + i);
                assertThat(delivery).isEqualTo(Delivery.of(members, members, 0));
            }
            for (TestClient client : clients) {
                for (int i = 0; i < messages; i++) {
                    client.expect("{'type':'notice','text':'n" + i + "'}");
                }
            }
            clients.forEach(TestClient::expectNothing);
        }
    }
}
