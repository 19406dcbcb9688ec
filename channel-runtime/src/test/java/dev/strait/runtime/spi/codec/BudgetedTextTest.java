package dev.strait.runtime.spi.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Matching a pattern takes bounded time. */
class BudgetedTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"(.*a){12}b", "(a+)+b", "(a|aa)+b", "([a-z]+)*b", "(a|a)*b", "(?:a*)*b"})
    @Timeout(60)
    void catastrophicPatternsDoNotMatch(String regex) {
        assertThat(CharRuns.matches(Pattern.compile(regex), "a".repeat(40))).isFalse();
    }

    @Test
    void longTextsHaveTheBudgetTheyNeed() {
        String text = "ab".repeat(50_000);

        assertThat(CharRuns.matches(Pattern.compile("[ab]+"), text)).isTrue();
        assertThat(CharRuns.matches(Pattern.compile("[ab]*b"), text)).isTrue();
    }

    @Test
    void aTextThatExceedsTheStackDoesNotMatch() {
        assertThat(CharRuns.matches(Pattern.compile("(a|b)*"), "ab".repeat(100_000)))
                .isFalse();
    }

    @Test
    void surrogatesAndBoundariesAreSeen() {
        assertThat(CharRuns.matches(Pattern.compile("\\b\\w+ .\\b?"), "hi \ud83d\ude00"))
                .isTrue();
        assertThat(CharRuns.matches(Pattern.compile("(?i)STRASSE|\u00e9"), "stra\u017fse"))
                .isFalse();
    }
}
