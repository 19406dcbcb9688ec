package dev.strait.runtime.internal.channel;

import dev.strait.runtime.Answer;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.internal.cluster.Cluster;
import dev.strait.runtime.internal.cluster.Findings;
import dev.strait.runtime.internal.cluster.Inquiry;
import dev.strait.runtime.internal.cluster.Outcome;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.ClusterGateway;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A channel on all nodes: asks the others, and adds what this node knows. */
final class Everywhere<R> implements ClusterGateway<R> {

    private final LiveChannel<R, ?, ?> channel;
    private final Cluster cluster;

    Everywhere(LiveChannel<R, ?, ?> channel, Cluster cluster) {
        this.channel = channel;
        this.cluster = cluster;
    }

    @Override
    public CompletionStage<Answer<Integer>> size(R room) {
        return ask(Inquiry.size(name(room)), Everywhere::sum);
    }

    @Override
    public CompletionStage<Answer<List<ConnectionInfo>>> members(R room, int max) {
        return ask(Inquiry.members(name(room), requireInRange(max)), findings -> connections(findings, max));
    }

    @Override
    public CompletionStage<Answer<List<R>>> rooms(int max) {
        Instant asOf = Instant.ofEpochMilli(cluster.wallMillis());
        Inquiry inquiry = Inquiry.rooms(requireInRange(max));
        return cluster.ask(channel.contract().name(), inquiry, channel.answer(inquiry))
                .thenApply(outcome -> rooms(outcome, max, asOf));
    }

    /** A node of another version may have rooms whose names are not valid here: then the answer is not complete. */
    private Answer<List<R>> rooms(Outcome outcome, int max, Instant asOf) {
        List<R> rooms = new ArrayList<>();
        boolean areAllValid = true;
        for (String name : names(outcome, max)) {
            try {
                rooms.add(channel.contract().codec().room(name));
            } catch (FrameException invalid) {
                areAllValid = false;
            }
        }
        return new Answer<>(List.copyOf(rooms), outcome.isComplete() && areAllValid, asOf);
    }

    private static List<String> names(Outcome outcome, int max) {
        return outcome.findings().stream()
                .flatMap(each -> each.rooms().stream())
                .distinct()
                .limit(max)
                .toList();
    }

    @Override
    public CompletionStage<Answer<List<ConnectionInfo>>> user(String user, int max) {
        return ask(Inquiry.user(user, requireInRange(max)), findings -> connections(findings, max));
    }

    @Override
    public CompletionStage<Answer<Optional<ConnectionInfo>>> info(String connectionId) {
        return ask(
                Inquiry.info(connectionId),
                findings -> connections(findings, 1).stream().findFirst());
    }

    @Override
    public CompletionStage<Answer<Boolean>> join(R room, String connectionId) {
        return ask(Inquiry.join(name(room), connectionId), findings -> sum(findings) > 0);
    }

    @Override
    public CompletionStage<Answer<Boolean>> leave(R room, String connectionId) {
        return ask(Inquiry.leave(name(room), connectionId), findings -> sum(findings) > 0);
    }

    private String name(R room) {
        return channel.contract().codec().roomName(room);
    }

    private static int requireInRange(int max) {
        if (max < 1 || max > MAX_RESULTS) {
            throw new IllegalArgumentException("max is " + max + "; it must be 1 to " + MAX_RESULTS + ".");
        }
        return max;
    }

    private <T> CompletionStage<Answer<T>> ask(Inquiry inquiry, Function<List<Findings>, T> merge) {
        Instant asOf = Instant.ofEpochMilli(cluster.wallMillis());
        return cluster.ask(channel.contract().name(), inquiry, channel.answer(inquiry))
                .thenApply(outcome -> new Answer<>(merge.apply(outcome.findings()), outcome.isComplete(), asOf));
    }

    private static int sum(List<Findings> findings) {
        return findings.stream().mapToInt(Findings::count).sum();
    }

    private static List<ConnectionInfo> connections(List<Findings> findings, int max) {
        return findings.stream()
                .flatMap(each -> each.connections().stream())
                .limit(max)
                .toList();
    }
}
