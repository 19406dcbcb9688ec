package dev.strait.tests.zoo;

import dev.strait.Ask;
import dev.strait.Channel;
import dev.strait.Type;
import dev.strait.tests.elsewhere.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Asks in both directions, with one and with several types of answers. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
@Channel("/ws/quiz/{table}")
interface Quiz {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Room(@Min(1) int table) {}

    record Guess(@Min(0) @Max(100) int number) implements ToServer, Ask<Guess.Verdict> {
        sealed interface Verdict {}

        record Right(int points) implements Verdict {}

        sealed interface Wrong extends Verdict {}

        record TooLow(int least) implements Wrong {}

        @Type("quiz:high")
        record TooHigh(int most) implements Wrong {}
    }

    record Standing() implements ToServer, Ask<Standing.Table> {
        record Table(@Size(max = 10) List<String> names) {}
    }

    record Pages() implements ToServer, Ask<Page<Guess>> {}

    record Lookup(int number) implements ToServer, Ask<Found<Guess>> {}

    sealed interface Found<T> {}

    record There<T>(T what) implements Found<T> {}

    record Missing() implements Found<Guess> {}

    /** Makes the server ask. */
    record Provoke(String how) implements ToServer {}

    record Ready(String question) implements ToClient, Ask<Ready.Answer> {
        record Answer(@Size(max = 20) String text) {}
    }

    record Choose(List<String> options) implements ToClient, Ask<Choose.Choice> {
        sealed interface Choice {}

        record Chosen(@Min(0) int index) implements Choice {}

        record Passed() implements Choice {}
    }

    record Told(String what) implements ToClient {}
}
