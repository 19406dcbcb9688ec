package dev.strait.tests.torture;

import java.util.List;

/** Tables of names. */
final class Words {

    private Words() {}

    /** Splits a text at white space. */
    static List<String> of(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }
}
