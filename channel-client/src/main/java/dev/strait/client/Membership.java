package dev.strait.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The place of one {@link ClientRoom} in its room. Several of the same room share a seat. */
final class Membership<R, O> {

    private final Environment environment;
    private final Feed<R, O> feed;
    private final Listeners<RoomState> states;
    private final Readiness readiness;

    private volatile RoomState state = new RoomState.Joining();

    Membership(Environment environment) {
        this.environment = environment;
        this.feed = new Feed<>(environment);
        this.states = new Listeners<>(environment.calls());
        this.readiness = new Readiness(environment.executor());
    }

    Feed<R, O> feed() {
        return feed;
    }

    RoomState state() {
        return state;
    }

    boolean isOver() {
        return !(state instanceof RoomState.Joining) && !(state instanceof RoomState.Joined);
    }

    Registration onState(Consumer<? super RoomState> handler) {
        return environment.turn().get(() -> {
            RoomState now = state;
            environment.calls().add(() -> handler.accept(now));
            return states.add(handler);
        });
    }

    CompletableFuture<Void> ready() {
        return environment.turn().get(() -> {
            CompletableFuture<Void> ready = readiness.await();
            tellReady();
            return ready;
        });
    }

    /** Called while the client's lock is held. */
    void become(RoomState next) {
        state = next;
        states.call(next);
        tellReady();
        if (isOver()) {
            feed.end();
        }
    }

    private void tellReady() {
        if (state instanceof RoomState.Joined) {
            readiness.complete();
        } else if (isOver()) {
            readiness.fail(whyOver(state));
        }
    }

    private static ClientException whyOver(RoomState state) {
        if (state instanceof RoomState.Refused refused) {
            return refused.error();
        }
        return state instanceof RoomState.Closed closed
                ? Connection.closedBy(closed.reason())
                : new ClientException("left", "The room was left.", null);
    }
}
