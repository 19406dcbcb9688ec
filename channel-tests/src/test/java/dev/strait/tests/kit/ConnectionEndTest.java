package dev.strait.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.spi.ChannelGateway;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a connection counts as ended, for frameworks that wait for it. */
class ConnectionEndTest {

    private final AuctionsTestKit kit = AuctionsTestKit.of(new AuctionsService());
    private final ChannelGateway<?, ?> channel = kit.hub().channel(AuctionsCodec.CONTRACT);

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void aConnectionEndsWhenTheClientHasAnsweredTheClose() {
        AuctionsTestKit.Client ann = kit.connect("a");
        CompletableFuture<Void> ended = channel.ended(ann.id()).toCompletableFuture();
        assertThat(ended).isNotDone();
        channel.close(ann.id(), new CloseReason(4401, "signed out"));
        kit.settle();
        assertThat(ended).isCompleted();
        assertThat(ann.closed()).contains(new CloseReason(4401, "signed out"));
    }

    @Test
    void aConnectionWithoutAnAnswerEndsWhenItIsDropped() {
        AuctionsTestKit.Client ann = kit.connect("a");
        CompletableFuture<Void> ended = channel.ended(ann.id()).toCompletableFuture();
        ann.vanish();
        channel.close(ann.id(), CloseReason.NORMAL);
        kit.settle();
        assertThat(ended).isNotDone();
        kit.advance(Duration.ofSeconds(20));
        assertThat(ended).isCompleted();
    }

    @Test
    void anUnknownConnectionHasEnded() {
        assertThat(channel.ended("unknown").toCompletableFuture()).isCompleted();
    }
}
