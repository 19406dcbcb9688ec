package dev.strait.runtime.spi.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    /** From the HTML Standard, section "valid e-mail address". */
    private static final Pattern HTML = Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+"
            + "@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "ann.lee+x@mail.example.org", "!#$%&'*+/=?^_`{|}~-@x-y.z9", "..@a", "A@1"})
    void validAddressesAreAccepted(String text) {
        assertThat(EmailAddress.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a",
                "a@",
                "@b",
                "a@b@c",
                "a b@c",
                "a@b.",
                "a@.b",
                "a@b..c",
                "a@-b",
                "a@b-",
                "\"a\"@b",
                "ä@b",
                "a@ä",
                "a@b_c",
                "a@[1.2.3.4]",
                "a@b\n",
                "a,b@c"
            })
    void invalidAddressesAreRejected(String text) {
        assertThat(EmailAddress.isValid(text)).isFalse();
    }

    @Test
    void lengthsAreLimited() {
        assertThat(EmailAddress.isValid("a".repeat(64) + "@b")).isTrue();
        assertThat(EmailAddress.isValid("a".repeat(65) + "@b")).isFalse();
        assertThat(EmailAddress.isValid("a@" + "b".repeat(63))).isTrue();
        assertThat(EmailAddress.isValid("a@" + "b".repeat(64))).isFalse();
        String domain = ("b".repeat(49) + ".").repeat(5) + "cc";
        assertThat(EmailAddress.isValid("a@" + domain)).isTrue();
        assertThat(EmailAddress.isValid("aa@" + domain)).isFalse();
    }

    @Test
    void theValidationOfRandomTextsMatchesTheHtmlStandard() {
        Random random = new Random(7);
        String alphabet = "aB9.@-+_ ä\"";
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(9); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String candidate = text.toString();
            assertThat(EmailAddress.isValid(candidate))
                    .as(candidate)
                    .isEqualTo(HTML.matcher(candidate).matches());
        }
    }
}
