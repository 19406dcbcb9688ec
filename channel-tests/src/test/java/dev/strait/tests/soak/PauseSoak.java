package dev.strait.tests.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Stops the process of the server for longer than its idle timeout, as a suspended machine does. */
@EnabledOnOs(OS.LINUX)
class PauseSoak {

    private static final int SECONDS = Soak.parameter("pause.seconds", 70);
    private static final int CLIENTS = Soak.parameter("pause.clients", 200);
    private static final int CLIENTS_PER_ROOM = 10;
    private static final int MESSAGES = 20;

    // With the documented pause these are the defaults: pings each 25 s, and closing after 60 s.
    private static final int PING_MILLIS = SECONDS * 25_000 / 70;
    private static final int IDLE_MILLIS = SECONDS * 60_000 / 70;

    /** A member of a room, which expects everything that all members send. */
    private static final class Member implements SoakClient.Events {

        private final String name;
        private final String room;
        private final SoakClient client;
        private final Set<String> texts = ConcurrentHashMap.newKeySet();
        private volatile boolean isInRoom;
        private volatile int pingsBefore;

        Member(ClientLoop loop, int number) {
            this.name = "m" + number;
            this.room = "room" + number / CLIENTS_PER_ROOM;
            this.client = loop.connect(ClientLoop.addressOf(number), "/ws/crowd?room=" + room, this);
        }

        void send() {
            for (int i = 0; i < MESSAGES; i++) {
                client.post(room, name + " " + i);
            }
        }

        @Override
        public void received(SoakClient from, String start) {
            if (start.contains("$joined")) {
                isInRoom = true;
            } else if (start.startsWith("{\"type\":\"posted\"")) {
                texts.add(start);
            }
        }
    }

    @Test
    void noConnectionIsClosedForThePause() throws Exception {
        try (ServerProcess server = ServerProcess.start(
                        "maxHandshakesPerSecond=10000", "pingMillis=" + PING_MILLIS, "idleMillis=" + IDLE_MILLIS);
                ClientLoop loop = new ClientLoop(server)) {
            List<Member> members = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                members.add(new Member(loop, i));
            }
            loop.await(() -> members.stream().allMatch(member -> member.isInRoom));
            server.signal("STOP");
            double cpu = server.cpuSeconds();
            TimeUnit.SECONDS.sleep(SECONDS / 2);
            members.forEach(Member::send);
            TimeUnit.SECONDS.sleep(SECONDS - SECONDS / 2);
            assertThat(server.cpuSeconds()).as("the process was stopped").isEqualTo(cpu);
            members.forEach(member -> member.pingsBefore = member.client.pings());
            server.signal("CONT");

            long start = System.nanoTime();
            int expected = CLIENTS_PER_ROOM * MESSAGES;
            loop.await(() -> members.stream().allMatch(member -> member.texts.size() == expected)
                    || members.stream().anyMatch(member -> member.client.isEnded()));
            double seconds = (System.nanoTime() - start) / 1e9;
            // The timer has looked at each connection again and found that it is not idle.
            loop.await(() -> members.stream()
                    .allMatch(member -> member.client.isEnded() || member.client.pings() > member.pingsBefore));
            Map<String, Long> state = server.ask("state");
            long whole = members.stream()
                    .filter(member -> member.texts.size() == expected)
                    .count();
            Soak.print(
                    "pause",
                    String.format(
                            "%d s, idle timeout %d ms, %d clients, %d messages sent meanwhile: %d of %d clients got all of their"
                                    + " room, %.2f s after the pause; then %s",
                            SECONDS, IDLE_MILLIS, CLIENTS, CLIENTS * MESSAGES, whole, CLIENTS, seconds, state));
            assertThat(members).noneMatch(member -> member.client.isEnded());
            assertThat(whole).isEqualTo(CLIENTS);
            assertThat(state).containsEntry("closed", 0L).containsEntry("evicted", 0L);
        }
    }
}
