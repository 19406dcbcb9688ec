package dev.strait.runtime.spi.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Operations on eight bytes at a time match those on single bytes. */
class SwarBytesTest {

    private final Random random = new Random(1);

    @Test
    void wordsAreReadAtEveryOffsetAndPaddedWithZeros() {
        for (int length = 8; length < 40; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            for (int at = 0; at < length + 20; at++) {
                long expected = 0;
                for (int i = 0; i < 8 && at + i < length; i++) {
                    expected |= (bytes[at + i] & 0xffL) << (8 * i);
                }
                assertThat(SwarBytes.at(bytes, at)).as("%d of %d", at, length).isEqualTo(expected);
            }
        }
    }

    @Test
    void theFirstStopByteIsFound() {
        for (int round = 0; round < 200_000; round++) {
            byte[] bytes = new byte[8];
            random.nextBytes(bytes);
            int first = 0;
            while (first < 8 && !isStop(bytes[first] & 0xff)) {
                first++;
            }
            assertThat(SwarBytes.before(SwarBytes.stops(SwarBytes.fullWord(bytes, 0))))
                    .isEqualTo(first);
        }
    }

    private static boolean isStop(int unit) {
        return unit < ' ' || unit == '"' || unit == '\\';
    }

    @Test
    void everyByteIsClassifiedAtEveryPosition() {
        for (int value = 0; value < 256; value++) {
            for (int position = 0; position < 8; position++) {
                byte[] bytes = "aaaaaaaa".getBytes(StandardCharsets.US_ASCII);
                bytes[position] = (byte) value;
                long word = SwarBytes.fullWord(bytes, 0);
                assertThat(SwarBytes.before(SwarBytes.stops(word))).isEqualTo(isStop(value) ? position : 8);
                assertThat(SwarBytes.before(SwarBytes.questions(word))).isEqualTo(value == '?' ? position : 8);
            }
        }
    }

    @Test
    void leadingDigitsAreCountedAndParsed() {
        for (int value = 0; value < 256; value++) {
            for (int position = 0; position < 8; position++) {
                byte[] bytes = "90817263".getBytes(StandardCharsets.US_ASCII);
                bytes[position] = (byte) value;
                boolean isDigit = value >= '0' && value <= '9';
                assertThat(SwarBytes.digits(SwarBytes.fullWord(bytes, 0))).isEqualTo(isDigit ? 8 : position);
            }
        }
        for (int count = 1; count <= 8; count++) {
            for (int round = 0; round < 10_000; round++) {
                String digits = String.valueOf(100_000_000 + random.nextInt(100_000_000))
                        .substring(9 - count);
                byte[] bytes = (digits + "x,]}.eE:").getBytes(StandardCharsets.US_ASCII);
                assertThat(SwarBytes.number(SwarBytes.fullWord(bytes, 0), count))
                        .isEqualTo(Long.parseLong(digits));
            }
        }
    }

    @Test
    void masksCoverTheGivenBytes() {
        assertThat(SwarBytes.mask(0)).isZero();
        assertThat(SwarBytes.mask(3)).isEqualTo(0xffffffL);
        assertThat(SwarBytes.mask(8)).isEqualTo(-1L);
        assertThat(SwarBytes.below(0x80_00_00L)).isEqualTo(0x7fffffL);
    }
}
