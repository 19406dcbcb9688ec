package dev.strait.runtime.spi.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetItemsTest {

    private record Item(String text) {}

    private final SetItems<Object> items = new SetItems<>();

    /** Returns one of 2^12 texts with the same hash code. */
    private static String colliding(int number) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 12; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }

    @Test
    void keepsTheOrderAndIgnoresWhatItHas() {
        for (String text : List.of("b", "a", "b")) {
            items.add(new Item(text));
        }
        assertThat(items.toSet()).containsExactly(new Item("b"), new Item("a"));
        assertThat(items.size()).isEqualTo(2);
    }

    @Test
    void isExceededByTheElementAboveTheMaximumOfOneHashCode() {
        for (int i = 0; i < SetItems.MAX_OF_ONE_HASH; i++) {
            items.add(new Item(colliding(i)));
        }
        assertThat(items.isExceeded()).isFalse();
        items.add(new Item(colliding(SetItems.MAX_OF_ONE_HASH)));
        assertThat(items.isExceeded()).isTrue();
    }

    @Test
    void countsOtherHashCodesApart() {
        for (int i = 0; i < 3 * SetItems.MAX_OF_ONE_HASH; i++) {
            items.add(new Item(colliding(i % SetItems.MAX_OF_ONE_HASH) + i / SetItems.MAX_OF_ONE_HASH));
            items.add(new Item("other " + i));
        }
        assertThat(items.isExceeded()).isFalse();
        items.add(new Item(colliding(SetItems.MAX_OF_ONE_HASH) + 2));
        assertThat(items.isExceeded()).isTrue();
    }

    @Test
    void doesNotCountRepeatedElements() {
        for (int i = 0; i < 3 * SetItems.MAX_OF_ONE_HASH; i++) {
            items.add(new Item("same"));
            items.add(new Item("other " + i));
        }
        assertThat(items.isExceeded()).isFalse();
    }

    @Test
    void countsComparableElementsBecauseNotAllCanBeFoundFast() {
        for (int i = 0; i <= SetItems.MAX_OF_ONE_HASH; i++) {
            int month = 1 + i / 28;
            int day = 1 + i % 28;
            // The hash code is that of the date with its bits changed by those of the nanoseconds of the day.
            LocalTime time = LocalTime.ofNanoOfDay(month << 6 | day);
            items.add(LocalDateTime.of(LocalDate.of(2000, month, day), time));
        }
        assertThat(items.toSet().stream().map(Object::hashCode).distinct()).hasSize(1);
        assertThat(items.isExceeded()).isTrue();
    }

    @Test
    void doesNotCountStringsWhichSetsFindFast() {
        for (int i = 0; i < 3 * SetItems.MAX_OF_ONE_HASH; i++) {
            items.add(colliding(i));
        }
        assertThat(items.isExceeded()).isFalse();
    }
}
