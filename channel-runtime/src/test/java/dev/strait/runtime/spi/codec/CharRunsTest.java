package dev.strait.runtime.spi.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CharRunsTest {

    @Test
    void aRunEndsAtItsMaximumOrTheFirstOtherCharacter() {
        assertThat(CharRuns.range("abc1", 0, 1, Integer.MAX_VALUE, 'a', 'z')).isEqualTo(3);
        assertThat(CharRuns.range("abc1", 0, 1, 2, 'a', 'z')).isEqualTo(2);
        assertThat(CharRuns.range("abc1", 0, 4, 9, 'a', 'z')).isEqualTo(-1);
        assertThat(CharRuns.range("abc1", 3, 0, 9, 'a', 'z')).isEqualTo(3);
        assertThat(CharRuns.range("abc", 3, 1, 1, 'a', 'z')).isEqualTo(-1);
        assertThat(CharRuns.range("abc", -1, 0, 1, 'a', 'z')).isEqualTo(-1);
        assertThat(CharRuns.range("\u0161", 0, 1, 1, 'a', 'z')).isEqualTo(-1);
        assertThat(CharRuns.one("a-", 1, '-')).isEqualTo(2);
        assertThat(CharRuns.one("a", 1, '-')).isEqualTo(-1);
        assertThat(CharRuns.one("a", -1, 'a')).isEqualTo(-1);
    }

    @Test
    void characterClassesMayIncludeAllNonAsciiCharacters() {
        long digits = 0x03ff000000000000L;
        assertThat(CharRuns.end("12ab", 0, 1, 9, digits, 0, false)).isEqualTo(2);
        assertThat(CharRuns.end("ab12", 0, 1, 9, ~digits, ~0L, true)).isEqualTo(2);
        assertThat(CharRuns.end("中ä1", 0, 1, 9, ~digits, ~0L, true)).isEqualTo(2);
        assertThat(CharRuns.end("中", 0, 1, 9, digits, 0, false)).isEqualTo(-1);
    }

    @Test
    void isBlankMatchesTheJdk() {
        for (String text :
                new String[] {"", " ", "\t\n", "a", " a", "\u2003", "\u00a0", "中", "\u2003a", "\u001f", "\u0000"}) {
            assertThat(CharRuns.isBlank(text)).as(text).isEqualTo(text.isBlank());
        }
    }
}
