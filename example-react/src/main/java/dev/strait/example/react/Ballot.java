package dev.strait.example.react;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The state of one poll. It needs no locks, because the calls of a room are serial. */
final class Ballot {

    private String question = "What shall we build next?";
    private List<String> choices = List.of("Offline mode", "Dark theme", "Keyboard shortcuts", "Better search");

    /** The index of a choice, by voter. */
    private final Map<String, Integer> votes = new HashMap<>();

    private int present;

    void enter() {
        present++;
    }

    void leave() {
        present--;
    }

    Poll.Vote.Outcome vote(String voter, Poll.Vote vote) {
        if (!vote.question().equals(question) || vote.choice() >= choices.size()) {
            return new Poll.Vote.Outdated();
        }
        votes.put(voter, vote.choice());
        return new Poll.Vote.Counted();
    }

    void replace(Poll.NewQuestion next) {
        question = next.question();
        choices = next.choices();
        votes.clear();
    }

    Poll.Tally tally() {
        List<Poll.Choice> counted = IntStream.range(0, choices.size())
                .mapToObj(index -> new Poll.Choice(choices.get(index), Collections.frequency(votes.values(), index)))
                .toList();
        return new Poll.Tally(question, counted, present);
    }

    Poll.YourVote voteOf(String voter) {
        return new Poll.YourVote(votes.get(voter));
    }
}
