package dev.strait.example.react;

import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import java.time.Duration;

/** The polls. The state of a connection is the id that its page has chosen for the voter. */
final class PollService implements PollRoom<String, Ballot> {

    private static final int MAX_ID_LENGTH = 40;

    @Override
    public String open(Poll.Room room, Handshake handshake) {
        return handshake
                .query("voter")
                .filter(id -> !id.isEmpty() && id.length() <= MAX_ID_LENGTH)
                .orElseThrow(() -> Refusal.unauthenticated("Add an id to the URL: ?voter=..., at most 40 characters."));
    }

    @Override
    public Ballot create(Poll.Room room) {
        return new Ballot();
    }

    /** Keeps the votes while all voters are away. */
    @Override
    public Duration retention() {
        return Duration.ofHours(1);
    }

    @Override
    public void joined(Ballot ballot, PollConnection<String> voter) {
        ballot.enter();
        voter.toRoom().emit(ballot.tally());
        voter.reply().emit(ballot.voteOf(voter.state()));
    }

    @Override
    public void left(Ballot ballot, PollConnection<String> voter) {
        ballot.leave();
        voter.toRoom().emit(ballot.tally());
    }

    @Override
    public Poll.Vote.Outcome onVote(Poll.Vote vote, PollConnection<String> from, Ballot ballot) {
        Poll.Vote.Outcome outcome = ballot.vote(from.state(), vote);
        if (outcome instanceof Poll.Vote.Counted) {
            from.reply().emit(ballot.voteOf(from.state()));
            from.toRoom().emit(ballot.tally());
        }
        return outcome;
    }

    @Override
    public void onNewQuestion(Poll.NewQuestion next, PollConnection<String> from, Ballot ballot) {
        ballot.replace(next);
        from.toRoom().yourVote(null);
        from.toRoom().emit(ballot.tally());
    }
}
