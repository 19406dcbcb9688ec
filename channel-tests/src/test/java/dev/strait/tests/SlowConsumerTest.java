package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A client that does not read is closed when its queue is full. Other clients are unaffected. */
@Tag("container")
class SlowConsumerTest {

    @Test
    @SuppressWarnings("try") // the deaf client is only closed
    void slowClientsAreClosedAndOthersReceiveEverything() throws IOException {
        BlockingQueue<Integer> evicted = new LinkedBlockingQueue<>();
        ChannelListener listener = new ChannelListener() {
            @Override
            public void evicted(ConnectionInfo connection, CloseReason reason) {
                evicted.add(reason.code());
            }
        };
        try (Running running = Running.with(TestContainer.hub()
                        .listener(listener)
                        .limits(Running.generous().build()));
                DeafClient deaf = DeafClient.connect(running, "/ws/chat/lobby?user=deaf")) {
            TestClient ann = running.joinChat("lobby", "ann");
            String text = "x".repeat(60_000);
            int sent = 0;
            Delivery delivery;
            do {
                delivery = running.chat.room("lobby").announcement(text);
                assertThat(delivery.matched()).isEqualTo(2);
                assertThat(ann.next()).hasSize(text.length() + "{'type':'notice','text':''}".length());
                sent++;
            } while (delivery.dropped() == 0 && sent < 10_000);
            assertThat(delivery).isEqualTo(Delivery.of(2, 1, 1));
            assertThat(Await.next(evicted)).isEqualTo(1013);
            assertThat(running.chat.room("lobby").announcement("after")).isEqualTo(Delivery.of(1, 1, 0));
            ann.expect("{'type':'notice','text':'after'}").expectNothing();
        }
    }
}
