package dev.strait.example.react;

import dev.strait.Ask;
import dev.strait.Channel;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A live poll; one room per poll. */
@Channel("/ws/poll/{name}")
public interface Poll {

    /** Messages from voters. */
    sealed interface ToServer {}

    /** Messages to voters. */
    sealed interface ToClient {}

    /** A poll, by its name. */
    record Room(
            @Size(min = 1, max = 40) @Pattern(regexp = "[a-z0-9-]+")
            String name) {}

    /** Votes for a choice, by its index. It replaces an earlier vote of the same voter. */
    record Vote(
            @Size(max = 120) String question,
            @Min(0) @Max(4) int choice) implements ToServer, Ask<Vote.Outcome> {

        /** The answer to a vote. */
        public sealed interface Outcome {}

        /** The vote counts. */
        public record Counted() implements Outcome {}

        /** The question was replaced before the vote arrived. */
        public record Outdated() implements Outcome {}
    }

    /** Replaces the question, and discards the votes. */
    record NewQuestion(
            @NotBlank @Size(max = 120) String question,
            @Size(min = 2, max = 5) List<@NotBlank @Size(max = 40) String> choices)
            implements ToServer {}

    /** The question and its votes; sent on joining and after every change. */
    record Tally(String question, List<Choice> choices, int present) implements ToClient {}

    /** The vote of the recipient; sent on joining, after a vote, and with a new question. */
    record YourVote(@Nullable Integer choice) implements ToClient {}

    /** A choice and its votes. */
    record Choice(String text, int votes) {}
}
