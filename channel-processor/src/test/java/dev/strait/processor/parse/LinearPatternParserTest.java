package dev.strait.processor.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.processor.model.LinearPattern;
import dev.strait.processor.model.LinearPattern.Run;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A linear pattern matches exactly the texts that the matcher of the JDK matches. */
class LinearPatternParserTest {

    private final Random random = new Random(7);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "abc",
                "[a-z]+",
                "[a-z]+-[0-9]{2}",
                "[A-Z]{2,3}-\\d{4}",
                "\\w+",
                "\\w{1,8}",
                "^[a-z]*$",
                "[^@]+@[^@]+",
                "a?b?c",
                "a*b+",
                "[a-c]{3}[a-z]*",
                "[a-z0-9_.-]{1,5}",
                "\\.x",
                "[\\w.]+@",
                "\\d{3}-\\d{3}",
                "[0-9]{0,2}:",
                "a{2}a?",
                "\\s*x",
                "[ab]{2}[bc]",
                "x{2,}",
                "[-a]+",
                "[a-]+",
                "\\[x\\]",
                "[.]",
                "a,b"
            })
    void simplePatternsMatchAsTheJdkDoes(String regex) {
        LinearPattern pattern = LinearPatternParser.parse(regex).orElseThrow();
        Pattern jdk = Pattern.compile(regex);
        for (int i = 0; i < 30_000; i++) {
            String text = text();
            assertThat(matches(pattern, text))
                    .as("\"%s\" against %s", text, regex)
                    .isEqualTo(jdk.matcher(text).matches());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a)",
                "a|b",
                "(?i)a",
                ".",
                "a.*",
                "a+?",
                "a++",
                "a{2}?",
                "[a-z&&[b]]",
                "[[a]]",
                "\\p{L}",
                "\\bx",
                "a\\z",
                "ä",
                "[ä]",
                "[^a]{2}",
                "[^a]?",
                "\\D",
                "\\S+",
                "\\W",
                "a+a",
                "[a-z]+b",
                "[a-z]*[0-9]*z",
                "\\w+\\d",
                "a{2,3}a",
                "[^@]*@[^@]*a",
                "\\u0041",
                "x$y",
                "^^a",
                "[]a]",
                "a{1000000000}",
                "\\Qa\\E",
                "[\\w-z]"
            })
    void otherPatternsAreLeftToTheJdk(String regex) {
        assertThat(LinearPatternParser.parse(regex)).as(regex).isEmpty();
    }

    @Test
    void runsOfAdjacentCharactersAreRanges() {
        Run digits = LinearPatternParser.parse("[0-9]+").orElseThrow().runs().get(0);
        assertThat(digits.isRange()).isTrue();
        assertThat(digits.first()).isEqualTo('0');
        assertThat(digits.last()).isEqualTo('9');
        Run acrossWords =
                LinearPatternParser.parse("[ -~]").orElseThrow().runs().get(0);
        assertThat(acrossWords.isRange()).isTrue();
        assertThat(acrossWords.first()).isEqualTo(' ');
        assertThat(acrossWords.last()).isEqualTo('~');
        assertThat(LinearPatternParser.parse("\\w").orElseThrow().runs().get(0).isRange())
                .isFalse();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            text.append("aabbcxz012-@.:, _AZ[]\n中😀ä".charAt(random.nextInt(26)));
        }
        return text.toString();
    }

    /** Matches in the same way as generated code. */
    private static boolean matches(LinearPattern pattern, String text) {
        int at = 0;
        for (Run run : pattern.runs()) {
            int from = at;
            while (at < text.length() && at - from < run.most() && isIn(run, text.charAt(at))) {
                at++;
            }
            if (at - from < run.least()) {
                return false;
            }
        }
        return at == text.length();
    }

    private static boolean isIn(Run run, char unit) {
        return unit >= 128 ? run.isOpen() : ((unit < 64 ? run.low() : run.high()) >>> unit & 1) != 0;
    }
}
