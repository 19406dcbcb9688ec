package dev.strait.example.react;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BallotTest {

    private static final Poll.NewQuestion LUNCH = new Poll.NewQuestion("Lunch?", List.of("Soup", "Pizza"));

    private final Ballot ballot = new Ballot();

    @Test
    void aSecondVoteReplacesTheFirst() {
        ballot.replace(LUNCH);
        assertThat(ballot.vote("ann", new Poll.Vote("Lunch?", 0))).isEqualTo(new Poll.Vote.Counted());
        assertThat(ballot.vote("bob", new Poll.Vote("Lunch?", 1))).isEqualTo(new Poll.Vote.Counted());
        assertThat(ballot.vote("ann", new Poll.Vote("Lunch?", 1))).isEqualTo(new Poll.Vote.Counted());
        assertThat(ballot.tally().choices()).containsExactly(new Poll.Choice("Soup", 0), new Poll.Choice("Pizza", 2));
        assertThat(ballot.voteOf("ann")).isEqualTo(new Poll.YourVote(1));
        assertThat(ballot.voteOf("carol")).isEqualTo(new Poll.YourVote(null));
    }

    @Test
    void aVoteForAnEarlierQuestionDoesNotCount() {
        String first = ballot.tally().question();
        ballot.replace(LUNCH);
        assertThat(ballot.vote("ann", new Poll.Vote(first, 0))).isEqualTo(new Poll.Vote.Outdated());
        assertThat(ballot.vote("ann", new Poll.Vote("Lunch?", 2))).isEqualTo(new Poll.Vote.Outdated());
        assertThat(ballot.tally().choices()).extracting(Poll.Choice::votes).containsExactly(0, 0);
    }

    @Test
    void aNewQuestionDiscardsTheVotes() {
        ballot.vote("ann", new Poll.Vote(ballot.tally().question(), 0));
        ballot.replace(LUNCH);
        assertThat(ballot.tally().choices()).extracting(Poll.Choice::votes).containsExactly(0, 0);
        assertThat(ballot.voteOf("ann").choice()).isNull();
    }

    @Test
    void theTallyCountsWhoIsPresent() {
        ballot.enter();
        ballot.enter();
        ballot.leave();
        assertThat(ballot.tally().present()).isEqualTo(1);
    }
}
