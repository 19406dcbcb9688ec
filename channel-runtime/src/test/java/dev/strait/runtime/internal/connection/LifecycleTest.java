package dev.strait.runtime.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.internal.connection.Lifecycle.Expiry;
import dev.strait.runtime.internal.connection.Lifecycle.State;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    private static final CloseReason SERVER = new CloseReason(1008, "server");
    private static final CloseReason CLIENT = new CloseReason(1001, "client");

    private final Lifecycle lifecycle = new Lifecycle();

    @Test
    void aServerCloseWaitsForTheSocketAndTheHandler() {
        lifecycle.open();
        assertThat(lifecycle.state()).isEqualTo(State.OPEN);
        assertThat(lifecycle.tryClose(SERVER, 10)).isTrue();
        assertThat(lifecycle.tryClose(CLIENT, 20)).isFalse();
        assertThat(lifecycle.state()).isEqualTo(State.CLOSING);
        lifecycle.handlerDone();
        assertThat(lifecycle.isGone()).isFalse();
        assertThat(lifecycle.tryDisconnect(CLIENT, 30)).isTrue();
        assertThat(lifecycle.isGone()).isTrue();
        assertThat(lifecycle.reason()).isEqualTo(SERVER);
    }

    @Test
    void aDisconnectedConnectionDrainsUntilTheHandlerIsDone() {
        lifecycle.open();
        assertThat(lifecycle.tryDisconnect(CLIENT, 10)).isTrue();
        assertThat(lifecycle.tryDisconnect(CLIENT, 10)).isFalse();
        assertThat(lifecycle.state()).isEqualTo(State.DRAINING);
        assertThat(lifecycle.tryClose(SERVER, 20)).isTrue();
        assertThat(lifecycle.state()).isEqualTo(State.CLOSING);
        lifecycle.handlerDone();
        assertThat(lifecycle.state()).isEqualTo(State.GONE);
        assertThat(lifecycle.reason()).isEqualTo(CLIENT);
        assertThat(lifecycle.tryClose(SERVER, 30)).isFalse();
    }

    @Test
    void openingAfterADisconnectHasNoEffect() {
        lifecycle.tryDisconnect(CLIENT, 10);
        lifecycle.open();
        assertThat(lifecycle.state()).isEqualTo(State.DRAINING);
    }

    @Test
    void deadlinesDependOnTheState() {
        assertThat(lifecycle.expiry(Long.MAX_VALUE)).isEqualTo(Expiry.NONE);
        lifecycle.writeFailed(10);
        assertThat(lifecycle.isBreaking()).isTrue();
        assertThat(lifecycle.expiry(10)).isEqualTo(Expiry.NONE);
        assertThat(lifecycle.expiry(11)).isEqualTo(Expiry.WRITE_FAILED);
        lifecycle.tryDisconnect(CLIENT, 20);
        assertThat(lifecycle.isBreaking()).isFalse();
        assertThat(lifecycle.expiry(21)).isEqualTo(Expiry.HANDLER_BEHIND);
        lifecycle.tryClose(SERVER, 30);
        assertThat(lifecycle.expiry(21)).isEqualTo(Expiry.NONE);
        assertThat(lifecycle.expiry(31)).isEqualTo(Expiry.CLOSE_UNANSWERED);
        lifecycle.handlerDone();
        assertThat(lifecycle.expiry(31)).isEqualTo(Expiry.NONE);
    }
}
