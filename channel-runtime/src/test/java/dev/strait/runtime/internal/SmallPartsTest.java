package dev.strait.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Limits;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.spi.Selection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallPartsTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void templatesMatchTheEndOfAPathAndDecode() {
        PathTemplate template = PathTemplate.parse("/ws/{kind}/{table}");
        assertThat(template.variables()).containsExactly("kind", "table");
        assertThat(template.match("/app/context/ws/caf%C3%A9/a+b")).contains(Map.of("kind", "café", "table", "a+b"));
        assertThat(template.match("/ws/x%/y")).contains(Map.of("kind", "x%", "table", "y"));
        assertThat(template.match("/other/x/y")).isEmpty();
        assertThat(template.match("/x/y")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws", "", "/ws?x=1", "/ws#x", "/{a}{b}", "/x{a}", "/{a}/{a}", "/{}"})
    void whatIsNoTemplateIsRefused(String path) {
        assertThatThrownBy(() -> PathTemplate.parse(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ownOriginAndAllowedOnesAreAccepted() {
        Origins origins = new Origins(Set.of("https://app.example.com"));
        assertThat(origins.accepts(List.of(), "any:1", false)).isTrue();
        assertThat(origins.accepts(List.of("https://app.example.com"), "other:8080", false))
                .isTrue();
        assertThat(origins.accepts(List.of("http://localhost:8080"), "localhost:8080", false))
                .isTrue();
        assertThat(origins.accepts(List.of("http://LOCALHOST"), "localhost:80", false))
                .isTrue();
        assertThat(origins.accepts(List.of("https://example.com"), "example.com", false))
                .isTrue();
        assertThat(origins.accepts(List.of("http://[::1]:8080"), "[::1]:8080", false))
                .isTrue();
    }

    @Test
    void otherOriginsAreRefused() {
        Origins origins = new Origins(Set.of("https://app.example.com"));
        for (String origin : List.of(
                "http://localhost:8081",
                "http://localhost.evil.com:8080",
                "https://localhost",
                "http://app.example.com",
                "https://app.example.com.evil.com",
                "null",
                "file://",
                "",
                "%%%")) {
            assertThat(origins.accepts(List.of(origin), "localhost:8080", false))
                    .as(origin)
                    .isFalse();
        }
        assertThat(origins.accepts(List.of("http://localhost:8080"), null, false))
                .isFalse();
    }

    @Test
    void aPageWithoutTlsIsAnotherOriginThanAServerWithIt() {
        Origins origins = new Origins(Set.of());
        assertThat(origins.accepts(List.of("http://bank.example"), "bank.example", true))
                .isFalse();
        assertThat(origins.accepts(List.of("https://bank.example"), "bank.example", true))
                .isTrue();
        // Behind a proxy that ends TLS the server itself does not see it.
        assertThat(origins.accepts(List.of("https://bank.example"), "bank.example", false))
                .isTrue();
    }

    @Test
    void twoOriginsAreRefusedAndAStarStandsForAll() {
        Origins any = new Origins(Set.of("*"));
        assertThat(any.accepts(List.of("https://anything"), "localhost", false)).isTrue();
        assertThat(any.accepts(List.of("https://a", "https://b"), "localhost", false))
                .isFalse();
        assertThat(new Origins(Set.of()).accepts(List.of("http://a", "http://a"), "a", false))
                .isFalse();
    }

    @Test
    void aBucketLetsABurstThroughAndThenItsRate() {
        TokenBucket bucket = new TokenBucket(2, 3, 0);
        assertThat(List.of(bucket.take(0), bucket.take(0), bucket.take(0), bucket.take(0)))
                .containsExactly(true, true, true, false);
        assertThat(bucket.waitMillis(0)).isEqualTo(500);
        assertThat(bucket.take(SECOND / 2)).isTrue();
        assertThat(bucket.take(SECOND / 2)).isFalse();
        assertThat(bucket.take(SECOND * 100)).isTrue();
    }

    @Test
    void whatIsChargedHasToBeWaitedFor() {
        TokenBucket bucket = new TokenBucket(1, 2, 0);
        bucket.take(0);
        bucket.take(0);
        bucket.charge(0);
        assertThat(bucket.take(SECOND)).isFalse();
        assertThat(bucket.take(SECOND * 2)).isTrue();
    }

    @Test
    void strikesAreForgottenAfterTheirTime() {
        Strikes strikes = new Strikes(2, SECOND);
        assertThat(List.of(strikes.isOut(0), strikes.isOut(1), strikes.isOut(2)))
                .containsExactly(false, false, true);
        assertThat(strikes.isOut(SECOND * 2)).isFalse();
    }

    @Test
    void pingsComeSpreadAndSilenceIsDeath() {
        Heartbeat heartbeat = new Heartbeat(
                Limits.builder()
                        .pingInterval(Duration.ofMillis(10_000))
                        .idleTimeout(Duration.ofMillis(30_000))
                        .build(),
                0);
        assertThat(heartbeat.isPingDue(SECOND * 8 - 1)).isFalse();
        assertThat(heartbeat.isPingDue(SECOND * 12)).isTrue();
        assertThat(heartbeat.isPingDue(SECOND * 12)).isFalse();
        assertThat(heartbeat.isDead(SECOND * 30)).isFalse();
        assertThat(heartbeat.isDead(SECOND * 30 + 1)).isTrue();
        heartbeat.heard(SECOND * 20);
        assertThat(heartbeat.isDead(SECOND * 50)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "ä", "中文", "😀", "a\u00e9\u4e2d\ud83d\ude00z"})
    void utf8IsMeasuredWithoutMakingIt(String text) {
        assertThat(Assembly.utf8Length(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void closeReasonsFitIntoAFrame() {
        assertThatThrownBy(() -> new CloseReason(999, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CloseReason(1016, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CloseReason(5000, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CloseReason(1000, "ä".repeat(62))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new CloseReason(4999, "x".repeat(123)).code()).isEqualTo(4999);
    }

    @Test
    void refusalCodesAreLowerCase() {
        assertThat(Refusal.of("lot-closed", "Too late.").code()).isEqualTo("lot-closed");
        assertThatThrownBy(() -> Refusal.of("Lot closed", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Limits.builder().pingInterval(Duration.ofMillis(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pingInterval is PT0S; it must be between 1 ms and 365 days.");
    }

    @Test
    void selectionsKeepTheOrderOfRoomsAndAllExceptions() {
        Selection both = Selection.ofRooms(new LinkedHashSet<>(List.of("b", "a")))
                .except(Set.of("1"))
                .and(Selection.ofRooms(Set.of("c")).except(Set.of("2")).exceptUsers(Set.of("ann")));
        assertThat(both.rooms()).containsExactly("b", "a", "c");
        assertThat(both.exceptConnections()).containsExactlyInAnyOrder("1", "2");
        assertThat(both.exceptUsers()).containsExactly("ann");
    }
}
