package dev.strait.tests.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.Random;

/** The source of the values of a generated message. */
interface Choices {

    /** Returns a number between two bounds, inclusive. */
    int number(int min, int max);

    /** Returns an ASCII text of up to ten characters. */
    String ascii();

    default boolean flag() {
        return number(0, 1) == 1;
    }

    /** Choices made by Jazzer, which is guided by code coverage. */
    static Choices of(FuzzedDataProvider data) {
        return new Choices() {
            @Override
            public int number(int min, int max) {
                return data.consumeInt(min, max);
            }

            @Override
            public String ascii() {
                return data.consumeAsciiString(10);
            }
        };
    }

    /** Random choices. */
    static Choices of(Random random) {
        return new Choices() {
            @Override
            public int number(int min, int max) {
                return min + random.nextInt(max - min + 1);
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
