package dev.strait.runtime.spi.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** UTF-8 encoding and validation match the JDK. */
class Utf8Test {

    @Test
    void theEncodingOfEveryCharacterMatchesTheJdk() {
        byte[] to = new byte[4];
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                byte[] expected = Character.toString(point).getBytes(StandardCharsets.UTF_8);
                int length = Utf8.put(point, to, 0);
                assertThat(length).isEqualTo(expected.length);
                for (int i = 0; i < length; i++) {
                    assertThat(to[i]).isEqualTo(expected[i]);
                }
                assertThat(Utf8.firstMalformed(expected, 0, length)).isEqualTo(-1);
            }
        }
    }

    @Test
    void theValidationOfRandomBytesMatchesTheJdk() {
        Random random = new Random(3);
        int[] likely = {
            0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xe4, 0xed, 0xef, 0xf0, 0xf4, 0xf5
        };
        for (int round = 0; round < 300_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(6)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) likely[random.nextInt(likely.length)];
            }
            assertThat(Utf8.firstMalformed(bytes, 0, bytes.length) < 0).isEqualTo(isWellFormed(bytes));
        }
    }

    private static boolean isWellFormed(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
