package dev.strait.tests.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.Random;

/** Where a made-up message gets its values from. */
interface Choices {

    /** One between two, both included. */
    int number(int least, int most);

    /** Any text of up to ten chars of ASCII. */
    String ascii();

    default boolean flag() {
        return number(0, 1) == 1;
    }

    /** By Jazzer, which learns what leads to other code. */
    static Choices of(FuzzedDataProvider data) {
        return new Choices() {
            @Override
            public int number(int least, int most) {
                return data.consumeInt(least, most);
            }

            @Override
            public String ascii() {
                return data.consumeAsciiString(10);
            }
        };
    }

    /** By chance. */
    static Choices of(Random random) {
        return new Choices() {
            @Override
            public int number(int least, int most) {
                return least + random.nextInt(most - least + 1);
            }

            @Override
            public String ascii() {
                return random.ints(random.nextInt(11), 0, 0x80)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        };
    }
}
