package bad;

import dev.strait.Ask;
import dev.strait.Channel;
import dev.strait.Default;
import dev.strait.Name;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mistakes whose text names the cure. */
final class Hints {

    private enum Secret {
        A
    }

    private record Hidden(int a) {}

    static class Person {}

    interface Animal {}

    enum Empty {}

    sealed interface Upstream {}

    record Up() implements Upstream {}

    @Channel("/ws/:room") // error: STRAIT-121
    interface Colon {
        sealed interface ToServer {}

        record Say() implements ToServer {}
    }

    @Channel("/ws/**") // error: STRAIT-121
    interface Wildcard {
        sealed interface ToServer {}

        record Say() implements ToServer {}
    }

    @Channel("/ws/bounds")
    interface Numbers {
        sealed interface ToServer {}

        record Say(
                @Min(300) byte large, // error: STRAIT-162
                @DecimalMin("1e30") int huge, // error: STRAIT-162
                @Max(-200) byte small, // error: STRAIT-162
                @Size(max = 3) List<@Min(40_000) Short> inside, // error: STRAIT-162
                @Positive @Max(0) int none, // error: STRAIT-162
                @Size(min = -1) String negative, // error: STRAIT-162
                @Digits(integer = -1, fraction = 2) long digits, // error: STRAIT-162
                @Digits(integer = 0, fraction = 0) long zero, // error: STRAIT-162
                @Default("9") @Max(5) int beyond, // error: STRAIT-152
                Empty empty) // error: STRAIT-144
                implements ToServer {}
    }

    @Channel(value = "/ws/two", toServer = Upstream.class)
    interface TwoDirections {
        sealed interface ToServer {} // error: STRAIT-120

        record Say() implements ToServer {}
    }

    @Channel("/ws/forgotten")
    interface Forgotten {
        sealed interface ToServer {} // error: STRAIT-104

        record Say(int a) {}
    }

    @Channel("/ws/named/{chat}") // the variable has another name
    interface Misnamed { // error: STRAIT-123
        sealed interface ToServer {}

        record Room(String room) {}

        record Say() implements ToServer {}
    }

    @Channel("/ws/plural/{room}")
    interface Plural { // error: STRAIT-122
        sealed interface ToServer {}

        record Rooms(String room) {}

        record Say() implements ToServer {}
    }

    @Channel("/ws/moves")
    interface Moves {
        sealed interface ToServer {}

        interface A {
            record Move(int a) implements ToServer {}
        }

        interface B {
            record Move(int b) implements ToServer {} // error: STRAIT-135
        }
    }

    @Channel("/ws/types")
    interface Types {
        sealed interface ToServer {}

        record Say(
                @SuppressWarnings("rawtypes") Map map, // error: STRAIT-145
                List<?> any, // error: STRAIT-158
                List<? extends Number> numbers, // error: STRAIT-158
                Secret secret, // error: STRAIT-115
                Hidden hidden, // error: STRAIT-115
                Person person, // error: STRAIT-143
                Animal animal, // error: STRAIT-143
                Date date, // error: STRAIT-143
                ArrayList<String> list, // error: STRAIT-143
                CharSequence text, // error: STRAIT-143
                Object object, // error: STRAIT-143
                @Min(1) Optional<Integer> maybe, // error: STRAIT-161
                @Min(1) Map<String, Integer> scores, // error: STRAIT-161
                @Name(value = "z", alias = {"z"}) int twice, // error: STRAIT-142
                @Name("half\ud83d") int half, // error: STRAIT-159
                @Name("whole\ud83d\ude00") int whole)
                implements ToServer {}

        @SuppressWarnings("rawtypes")
        record Raw() implements ToServer, Ask {} // error: STRAIT-137

        record Box<T>(T held, Optional<Box<List<T>>> next) {} // error: STRAIT-110

        record Boxes(Box<String> box) implements ToServer {}
    }

    @Channel("/ws/unions")
    interface Unions {
        sealed interface ToServer {}

        sealed interface Attachment {} // error: STRAIT-138

        record Image(String url) {}

        sealed interface Outcome {} // error: STRAIT-138

        sealed interface Shape { // error: STRAIT-138
            sealed interface Round extends Shape {}
        }

        sealed interface Boxed<T> { // error: STRAIT-138
            record Number(int value) implements Boxed<Integer> {}
        }

        record Say(
                @Size(max = 3) List<Attachment> attachments,
                Shape shape,
                Boxed<String> text,
                Map<Date, String> days, // error: STRAIT-147
                Map<Image, String> images, // error: STRAIT-147
                Optional<Optional<String>> twice, // error: STRAIT-146
                List<Optional<String>> list) // error: STRAIT-146
                implements ToServer {}

        record Claim() implements ToServer, Ask<Outcome> {}
    }

    @Channel("/ws/deep")
    interface Deep {
        sealed interface ToServer { // error: STRAIT-138
            sealed interface Chat extends ToServer {}
        }
    }
}
