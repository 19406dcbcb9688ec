package dev.strait.runtime.spi.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NameTableTest {

    @Test
    void namesWithCommonPrefixesAndSuffixesAreDistinguished() {
        List<String> names = new ArrayList<>();
        for (int length = 1; length <= 40; length++) {
            names.add("a".repeat(length));
            names.add("a".repeat(length - 1) + "b");
            names.add("b" + "a".repeat(length));
            names.add("a".repeat(length) + "-" + "a".repeat(length));
        }
        names = names.stream().distinct().toList();
        NameTable table = NameTable.of(names.toArray(String[]::new));
        for (int i = 0; i < names.size(); i++) {
            assertThat(find(table, names.get(i))).as(names.get(i)).isEqualTo(i);
            assertThat(find(table, names.get(i) + "!")).isEqualTo(NameTable.NONE);
            assertThat(find(table, "!" + names.get(i))).isEqualTo(NameTable.NONE);
            assertThat(find(table, names.get(i) + "\0")).isEqualTo(NameTable.NONE);
        }
        assertThat(find(table, "")).isEqualTo(NameTable.NONE);
    }

    @Test
    void namesWithCollidingHashesAreFound() {
        int slots = 2048; // of a table with 700 names
        Map<Integer, List<String>> bySlot = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            String name = "n" + i;
            byte[] bytes = padded(name);
            int slot = (int) (NameTable.hash(bytes, 0, name.length()) >>> (64 - Integer.numberOfTrailingZeros(slots)));
            bySlot.computeIfAbsent(slot, key -> new ArrayList<>()).add(name);
        }
        List<String> colliding = bySlot.values().stream()
                .filter(names -> names.size() >= 20)
                .flatMap(List::stream)
                .limit(700)
                .toList();
        assertThat(colliding).hasSize(700);
        NameTable table = NameTable.of(colliding.toArray(String[]::new));
        for (int i = 0; i < colliding.size(); i++) {
            assertThat(find(table, colliding.get(i))).isEqualTo(i);
        }
        assertThat(find(table, "n50001")).isEqualTo(NameTable.NONE);
    }

    @Test
    void namesThatAreNotPlainAreFoundOnlyAsText() {
        NameTable table = NameTable.of("größe", "名", "is it?", "a\"b", "plain");
        assertThat(table.find("größe")).isZero();
        assertThat(table.find("名")).isEqualTo(1);
        assertThat(table.find("is it?")).isEqualTo(2);
        assertThat(table.find("a\"b")).isEqualTo(3);
        assertThat(find(table, "plain")).isEqualTo(4);
        // In the projection of a text, question marks replace characters that do not fit into a byte.
        assertThat(find(table, "?")).isEqualTo(NameTable.NONE);
        assertThat(find(table, "is it?")).isEqualTo(NameTable.NONE);
    }

    @Test
    void anEmptyTableFindsNothing() {
        assertThat(find(NameTable.of(), "a")).isEqualTo(NameTable.NONE);
        assertThat(NameTable.of().find("a")).isEqualTo(NameTable.NONE);
    }

    @Test
    void typesAreMatchedIncludingTheClosingQuote() {
        String[] names = {"a", "ab", "abcdefg", "abcdefgh", "abcdefghijklmno", "abcdefghijklmnop", "abcdefghijklmnopq"};
        TypeNames types = TypeNames.of(names);
        for (int i = 0; i < names.length; i++) {
            String frame = "{\"type\":\"" + names[i] + "\"}";
            assertThat(JsonReader.of(frame).type(types)).as(names[i]).isEqualTo(i);
            assertThat(JsonReader.of(frame.getBytes(StandardCharsets.UTF_8)).type(types))
                    .isEqualTo(i);
        }
    }

    private static int find(NameTable table, String name) {
        byte[] frame = padded("{\"" + name);
        return table.find(frame, 2, 2 + name.getBytes(StandardCharsets.ISO_8859_1).length);
    }

    private static byte[] padded(String text) {
        return (text + "\":1,\"other\":2}").getBytes(StandardCharsets.ISO_8859_1);
    }
}
