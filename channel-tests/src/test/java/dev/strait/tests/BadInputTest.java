package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bad frames, and refused connections, on a socket. {@link BadFramesTest} has the messages. */
@Tag("container")
class BadInputTest {

    private final Running running = Running.start();
    private TestClient ann;
    private TestClient bob;

    @BeforeEach
    void start() {
        ann = running.joinChat("lobby", "ann");
        bob = running.joinChat("lobby", "bob");
    }

    @AfterEach
    void otherClientsReceiveNothing() {
        try {
            bob.expectNothing();
        } finally {
            running.close();
        }
    }

    @Test
    void anOversizedFrameClosesTheConnection() {
        ann.send("{'type':'echo','text':'" + "x".repeat(10_000) + "'}").next();
        ann.sendLast("中".repeat(21_846)) // fewer characters than the limit, but 2 bytes more
                .expectCloseWithUnreadInput(1009);
    }

    @Test
    void anOversizedFragmentedMessageClosesTheConnection() {
        ann.sendPart(" ".repeat(40_000)).tryToSendLastPart(" ".repeat(25_537)).expectCloseWithUnreadInput(1009);
    }

    @Test
    void fragmentsAreAssembled() {
        ann.sendParts("{\"type\":\"echo\",", "\"text\":", "\"whole\"}");
        ann.expect("{'type':'echoed','text':'whole'}");
    }

    @Test
    void aBinaryFrameClosesTheConnection() {
        assertThat(ann.sendBinary((byte) 1).closeCode()).isEqualTo(1003);
    }

    @Test
    void refusalsAndFailuresInOpenCloseTheConnection() {
        TestClient anonymous = running.client("/ws/chat/lobby");
        assertThat(anonymous.expectError("unauthenticated").path("message").asText())
                .contains("Say who you are");
        assertThat(anonymous.closeCode()).isEqualTo(4401);
        TestClient mallory = running.client("/ws/chat/lobby?user=mallory");
        mallory.expectError("forbidden");
        assertThat(mallory.closeCode()).isEqualTo(4403);
        TestClient broken = running.client("/ws/chat/lobby?user=broken");
        assertThat(broken.expectError("internal").toString()).doesNotContain("secret");
        assertThat(broken.closeCode()).isEqualTo(1011);
        assertThat(running.chat.room("lobby").size()).isEqualTo(2);
    }

    @Test
    void theConnectionClosesIfTheNodeHasNoRoomForTheRoomInItsPath() {
        try (Running strict = Running.with(
                TestContainer.hub().limits(Running.generous().maxRoomsPerNode(1).build()))) {
            strict.joinChat("lobby", "ann");
            TestClient bob = strict.client("/ws/chat/attic?user=bob");
            bob.expectError("overloaded");
            assertThat(bob.closeCode()).isEqualTo(1013);
            strict.joinChat("lobby", "bob");
        }
    }
}
