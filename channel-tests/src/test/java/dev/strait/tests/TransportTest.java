package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The guarantees of every transport. */
@Tag("container")
class TransportTest {

    private static Running running(Limits.Builder limits) {
        return Running.with(TestContainer.hub().limits(limits.build()));
    }

    private static Limits.Builder largeQueues() {
        return Running.generous().maxQueuedMessages(1_000_000).maxQueuedBytes(1L << 40);
    }

    @Test
    void burstsOfAllSizesArriveWholeAndInOrder() {
        Random random = new Random(5);
        try (Running running = running(largeQueues())) {
            List<TestClient> members = List.of(running.joinChat("lobby", "ann"), running.joinChat("lobby", "bob"));
            List<String> sent = new ArrayList<>();
            for (int i = 0; i < 3_000; i++) {
                int length = random.nextInt(50) == 0 ? random.nextInt(70_000) : random.nextInt(300);
                sent.add(i + (i % 3 == 0 ? "ä中😀" : "-") + "x".repeat(length));
            }
            sent.forEach(running.chat.room("lobby")::announcement);
            for (TestClient member : members) {
                for (String text : sent) {
                    member.expect("{'type':'notice','text':'" + text + "'}");
                }
                member.expectNothing();
            }
        }
    }

    @Test
    void pongsAreNotDelayed() {
        try (Running running = running(largeQueues())) {
            TestClient ann = running.joinChat("lobby", "ann");
            for (int i = 0; i < 20; i++) {
                for (int j = 0; j < 20; j++) {
                    running.chat.room("lobby").announcement("x");
                }
                ann.pingServer();
            }
            for (int i = 0; i < 400; i++) {
                ann.expect("{'type':'notice','text':'x'}");
            }
        }
    }

    @Test
    void closeFramesFollowAllEarlierMessages() {
        try (Running running = running(largeQueues())) {
            TestClient ann = running.joinChat("lobby", "ann");
            String id = running.chat.room("lobby").members().get(0).id();
            for (int i = 0; i < 500; i++) {
                running.chat.room("lobby").announcement("n" + i);
            }
            running.chat.connection(id).close(new CloseReason(4321, "enough"));
            assertThat(running.chat.room("lobby").announcement("late")).isEqualTo(Delivery.NONE);
            for (int i = 0; i < 500; i++) {
                ann.expect("{'type':'notice','text':'n" + i + "'}");
            }
            assertThat(ann.closeCode()).isEqualTo(4321);
        }
    }

    @Test
    void clientsClosedDuringABurstReceiveMessagesInOrder() {
        try (Running running = running(largeQueues().maxQueuedMessages(50))) {
            int received = 0;
            for (int round = 0; round < 100 || received == 0; round++) {
                TestClient ann = running.joinChat("lobby", "ann");
                int sent = 0;
                while (running.chat.room("lobby").announcement("n" + sent).queued() == 1) {
                    sent++;
                    assertThat(sent).as("messages that fit in the queue").isLessThan(1_000_000);
                }
                assertThat(ann.closeCode()).isEqualTo(1013);
                List<String> frames = ann.drainFrames();
                assertThat(frames.size()).isLessThanOrEqualTo(sent);
                assertInOrder(frames);
                received += frames.size();
            }
        }
    }

    private static void assertInOrder(List<String> notices) {
        for (int i = 0; i < notices.size(); i++) {
            assertThat(notices.get(i)).contains("\"n" + i + "\"");
        }
    }

    /** Browsers ignore frames after their own close, but other clients may not. */
    @Test
    void framesThatCrossTheClientsCloseArriveOnceAndInOrder() {
        try (Running running = running(largeQueues())) {
            for (int round = 0; round < 100; round++) {
                TestClient ann = running.joinChat("lobby", "ann");
                for (int i = 0; i < 200; i++) {
                    if (i == 100) {
                        ann.disconnect();
                    }
                    running.chat.room("lobby").announcement("n" + i);
                }
                ann.closeCode();
                List<String> frames = ann.drainFrames();
                assertThat(frames).doesNotHaveDuplicates();
                if (!TestContainer.reordersAfterClose()) {
                    assertInOrder(frames);
                }
            }
        }
    }

    @Test
    void slowClientsDoNotDelayOthers() throws IOException {
        List<DeafClient> deaf = new ArrayList<>();
        try (Running running = running(largeQueues())) {
            for (int i = 0; i < 12; i++) {
                deaf.add(DeafClient.connect(running, "/ws/chat/lobby?user=deaf" + i));
            }
            TestClient ann = running.joinChat("lobby", "ann");
            TestClient bob = running.joinChat("elsewhere", "bob");
            String text = "x".repeat(30_000);
            // Several megabytes per client fill all socket buffers, so that frames queue up.
            for (int round = 0; round < 100; round++) {
                for (int i = 0; i < 5; i++) {
                    running.chat.room("lobby").announcement(text);
                }
                for (int i = 0; i < 5; i++) {
                    assertThat(ann.next()).hasSize(text.length() + "{'type':'notice','text':''}".length());
                }
                running.chat.room("elsewhere").announcement("n" + round);
                bob.expect("{'type':'notice','text':'n" + round + "'}");
            }
            assertThat(running.chat.room("lobby").size()).isEqualTo(13);
            for (DeafClient client : deaf) {
                client.close();
            }
            Await.until(() -> running.chat.room("lobby").size() == 1);
        }
    }

    @Test
    void abortedClientsAreRemovedAndOthersAreUnaffected() {
        try (Running running = running(largeQueues())) {
            TestClient ann = running.joinChat("lobby", "ann");
            for (int i = 0; i < 20; i++) {
                TestClient broken = running.joinChat("lobby", "dora");
                running.chat.room("lobby").announcement("before");
                broken.abort();
                for (int j = 0; j < 50; j++) {
                    running.chat.room("lobby").announcement("after");
                }
            }
            Await.until(() -> running.chat.room("lobby").size() == 1);
            for (int i = 0; i < 20 * 51; i++) {
                assertThat(ann.next()).contains("notice");
            }
            ann.expectNothing();
        }
    }
}
