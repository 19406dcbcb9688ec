package bad;

import dev.strait.Channel;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Warnings whose text names the place. */
final class Doubtful {

    @Channel("/ws/same")
    interface First {
        sealed interface ToServer {}

        record Say() implements ToServer {}

        void send(String text); // warning: STRAIT-185

        default int count() { // warning: STRAIT-185
            return 1;
        }

        static int constant() {
            return 1;
        }
    }

    @Channel("/ws/same")
    interface Second { // warning: STRAIT-186
        sealed interface ToServer {}

        record Say(
                @Size(max = 3) int[][] grid, // warning: STRAIT-182
                int[] row, // warning: STRAIT-182
                @Size(max = 3) List<List<String>> nested, // warning: STRAIT-182
                @Size(max = 3) List<@Size(max = 3) List<String>> texts, // warning: STRAIT-182
                Box<String> one,
                Box<Long> other)
                implements ToServer {}

        record Box<T>(long number, T held, List<T> more) {} // warning: STRAIT-183, STRAIT-182, STRAIT-182
    }

    @Channel("/ws/patterns")
    interface Patterns {
        sealed interface ToServer {}

        sealed interface ToClient {}

        record Say(
                @Size(max = 40) @Pattern(regexp = "(.*a){12}b") String slow, // warning: STRAIT-187
                @Size(max = 40) @Pattern(regexp = "(?:red|green)-[0-9]+") String fast,
                @Size(max = 40) @Pattern(regexp = ".*x.*") String two, // warning: STRAIT-187
                @Size(max = 3) List<@Size(max = 3) @Pattern(regexp = "(a+)+") String> inside) // warning: STRAIT-187
                implements ToServer {}

        record Said(@Pattern(regexp = "(.*a){12}b") String slow) implements ToClient {}
    }
}
