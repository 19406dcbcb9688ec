package dev.strait.runtime.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssemblyTest {

    private final List<String> messages = new ArrayList<>();
    private final List<CloseReason> closes = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong();
    private final Assembly assembly = new Assembly(
            Limits.builder()
                    .maxMessageFragments(3)
                    .messageTimeout(Duration.ofSeconds(1))
                    .build(),
            10,
            clock::get,
            (text, bytes) -> messages.add(text),
            closes::add);

    @Test
    void partsAreAssembledIntoMessages() {
        assembly.part("ab", false);
        assembly.part("", false);
        assembly.part("cd", true);
        assembly.part("efghij", true);
        assembly.part("", true);
        assertThat(messages).containsExactly("abcd", "efghij", "");
    }

    @Test
    void bytesAreCountedAsUtf8() {
        assembly.part("ä中😀x", true);
        assertThat(messages).containsExactly("ä中😀x");
        assembly.part("ä中😀xy", true);
        assertThat(messages).hasSize(1);
        assertThat(closes).extracting(CloseReason::code).containsExactly(1009);
    }

    @Test
    void emptyPartsCountTowardsTheLimit() {
        assembly.part("", false);
        assembly.part("", false);
        assembly.part("", false);
        assertThat(closes).isEmpty();
        assembly.part("", false);
        assertThat(closes).extracting(CloseReason::code).containsExactly(1009);
    }

    @Test
    void everythingIsIgnoredAfterALimitIsExceeded() {
        assembly.part("12345678901", true);
        assembly.part("ok", true);
        assembly.part("12345678901", false);
        assertThat(messages).isEmpty();
        assertThat(closes).hasSize(1);
    }

    @Test
    void anIncompleteMessageIsLateAfterTheTimeout() {
        assembly.part("a", false);
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(1_000));
        assertThat(assembly.isLate(clock.get())).isFalse();
        assembly.part("b", false);
        assertThat(assembly.isLate(clock.get() + 1)).isTrue();
        assembly.part("c", true);
        assertThat(assembly.isLate(clock.get() + 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "ä", "中文", "😀", "a\u00e9\u4e2d\ud83d\ude00z"})
    void utf8LengthEqualsTheEncodedLength(String text) {
        assertThat(Assembly.utf8Length(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }
}
