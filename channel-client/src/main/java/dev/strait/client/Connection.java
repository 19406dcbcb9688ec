package dev.strait.client;

import dev.strait.Ask;
import dev.strait.client.Entry.PendingAsk;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.WireMessage;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A client without the methods for its messages: what is sent and received, over a link that breaks and is renewed.
 *
 * @param <R> the keys of rooms
 * @param <I> the messages of the client
 * @param <O> the messages of the server
 */
final class Connection<R, I, O> implements LinkOwner {

    private static final int DEFAULT_MAX_BYTES = 65_536;

    private final ChannelContract<R, I, O> contract;
    private final Environment environment;
    private final Address address;
    private final Frames<I, O> frames;
    private final Set<String> volatileTypes;

    private final Link link;
    private final Outbox<I> outbox;
    private final Seats<R, O> seats;
    private final Answers<O> answers;
    private final Feed<R, O> feed;
    private final Events<I> events;
    private final Readiness readiness;

    Connection(ChannelContract<R, I, O> contract, Environment environment, Settings settings, String path) {
        this.contract = contract;
        this.environment = environment;
        this.address = new Address(settings.base(), path);
        this.frames = new Frames<>(contract, settings.traceContext());
        this.volatileTypes = contract.toServer().stream()
                .filter(WireMessage::isVolatile)
                .map(WireMessage::type)
                .collect(Collectors.toSet());
        this.events = new Events<>(environment.calls());
        this.feed = new Feed<>(environment);
        this.readiness = new Readiness(environment.executor());
        this.link = new Link(environment, settings, this);
        Rate rate = new Rate(environment.clock());
        long largest = contract.maxFrameBytes();
        this.outbox = new Outbox<>(
                environment, settings, link, rate, largest == 0 ? DEFAULT_MAX_BYTES : largest, events::dropped);
        this.seats = new Seats<>(environment, link, rate, outbox, frames);
        this.answers = new Answers<>(environment, link, frames, settings.traceContext());
    }

    // Called by the application

    ClientState state() {
        return link.state();
    }

    Environment environment() {
        return environment;
    }

    Feed<R, O> feed() {
        return feed;
    }

    Events<I> events() {
        return events;
    }

    Answers<O> answers() {
        return answers;
    }

    void open() {
        environment.turn().run(() -> {
            if (link.isClosed()) {
                seats.become(new RoomState.Joining());
            }
            link.open();
        });
    }

    CompletionStage<?> close() {
        return environment.turn().get(link::close);
    }

    CompletableFuture<Void> reauthenticate() {
        return environment.turn().get(link::reauthenticate);
    }

    Registration onState(Consumer<? super ClientState> handler) {
        return environment.turn().get(() -> events.onState(link.state(), handler));
    }

    CompletableFuture<Void> ready() {
        return environment.turn().get(() -> {
            CompletableFuture<Void> ready = readiness.await();
            tellReady(link.state());
            return ready;
        });
    }

    private void tellReady(ClientState state) {
        if (state instanceof ClientState.Open) {
            readiness.complete();
        } else if (state instanceof ClientState.Closed closed) {
            readiness.fail(closedBy(closed.reason()));
        }
    }

    static ClientException closedBy(ClientState.Reason reason) {
        return new ClientException(
                "closed",
                "The client is closed: " + (reason.code() + " " + reason.text()).strip(),
                reason.error().orElse(null));
    }

    /** Sends a message to a room, or to the server. */
    Sent send(I message, @Nullable Seat<?, ?> seat) {
        if (message instanceof Ask) {
            throw new IllegalArgumentException(
                    contract.codec().typeOfToServer(message) + " is an ask. Call ask(...), which returns the answer.");
        }
        boolean isVolatile = volatileTypes.contains(contract.codec().typeOfToServer(message));
        long id = isVolatile ? 0 : outbox.nextId();
        String text = frames.message(message, seat == null ? null : seat.name, id);
        return environment.turn().get(() -> {
            outbox.requireSize(text);
            return outbox.submit(new Entry<>(message, text, seat, id, isVolatile, now(), null));
        });
    }

    /** Sends an ask to a room, or to the server. */
    @SuppressWarnings("unchecked") // the codec reads what the ask declares
    <A> CompletableFuture<A> ask(I message, Duration timeout, @Nullable Seat<?, ?> seat) {
        return (CompletableFuture<A>) submitAsk(message, timeout, seat);
    }

    private CompletableFuture<?> submitAsk(I message, Duration timeout, @Nullable Seat<?, ?> seat) {
        long nanos = TimeUnit.NANOSECONDS.convert(timeout); // at most 292 years
        if (nanos <= 0) {
            throw new IllegalArgumentException("The timeout of an ask must be positive.");
        }
        CompletableFuture<Object> answer = new CompletableFuture<>();
        long id = outbox.nextId();
        try {
            String text = frames.message(message, seat == null ? null : seat.name, id);
            environment.turn().run(() -> {
                outbox.requireSize(text);
                submit(new Entry<>(message, text, seat, id, false, now(), outbox.await(answer)), nanos);
            });
        } catch (ClientException invalid) {
            answer.completeExceptionally(invalid);
        }
        return answer;
    }

    private void submit(Entry<I> entry, long nanos) {
        PendingAsk ask = entry.ask;
        if (ask != null) {
            ask.timeout()
                    .set(nanos, () -> outbox.giveUp(entry, new ClientException("timeout", "No answer in time.", null)));
            CompletableFuture<Object> unused = ask.answer()
                    .whenComplete((answer, failure) -> environment.turn().run(() -> outbox.abandon(entry)));
        }
        outbox.submit(entry);
        link.resume(); // more is read while an ask waits for its answer
    }

    private long now() {
        return environment.clock().now();
    }

    /** Takes a seat in a room. */
    Seat<R, O> enter(String name, Membership<R, O> membership) {
        return environment.turn().get(() -> {
            Seat<R, O> seat = seats.enter(name, membership);
            if (link.state() instanceof ClientState.Closed closed) {
                seat.become(new RoomState.Closed(closed.reason()));
            }
            return seat;
        });
    }

    void leave(Seat<R, O> seat, Membership<R, O> membership) {
        environment.turn().run(() -> seats.leave(seat, membership));
    }

    /**
     * Returns the wire name of a room.
     *
     * @throws ClientException {@code room-invalid}
     */
    static <R> String roomName(ChannelContract<R, ?, ?> contract, R room) {
        try {
            return contract.codec().roomName(room);
        } catch (IllegalArgumentException invalid) {
            throw new ClientException("room-invalid", String.valueOf(invalid.getMessage()), invalid);
        }
    }

    String roomName(R room) {
        return roomName(contract, room);
    }

    // Called by the link

    @Override
    public URI uri(Map<String, String> query) {
        return address.with(query);
    }

    @Override
    public String hello(@Nullable String token) {
        return frames.hello(token);
    }

    @Override
    public String auth(String token) {
        return frames.auth(token);
    }

    @Override
    public boolean isAsking() {
        return outbox.isAsking();
    }

    @Override
    public void writable() {
        seats.join();
        outbox.flush();
        link.resume();
    }

    @Override
    public void disconnected() {
        seats.disconnected();
        outbox.disconnected();
    }

    @Override
    public void became(ClientState state) {
        events.became(state);
        tellReady(state);
        if (state instanceof ClientState.Closed closed) {
            outbox.close();
            seats.become(new RoomState.Closed(closed.reason()));
            feed.end();
        }
    }

    @Override
    public Received read(String text) {
        Frame<O> frame = frames.read(text);
        if (frame instanceof Frame.Message<O> message) {
            try {
                Optional<R> room = Optional.ofNullable(message.room()).map(contract.codec()::room);
                return Received.of(() -> message(message, room));
            } catch (FrameException invalidRoom) {
                return Received.of(() -> events.unknown(new UnknownFrame(text, invalidRoom)));
            }
        }
        return frame instanceof Frame.Failed<O> failed
                ? Received.ofError(() -> failed(failed))
                : Received.of(() -> take(frame));
    }

    private void take(Frame<O> frame) {
        if (frame instanceof Frame.Answer<O> answer) {
            answered(answer);
        } else if (frame instanceof Frame.Unknown<O> unknown) {
            events.unknown(unknown.frame());
        } else if (frame instanceof Frame.Joined<O> joined) {
            seats.joined(joined.room(), number(joined.answerTo()));
        } else if (frame instanceof Frame.Left<O> left) {
            seats.left(left.room(), number(left.answerTo()));
        } else if (frame instanceof Frame.Bye<O> bye) {
            link.bye(bye.retryAfter());
        } else if (frame instanceof Frame.Expiring) {
            CompletableFuture<Void> renewed = link.reauthenticate();
            Events.logFailure(renewed, "The source of tokens has failed.");
        } else if (frame instanceof Frame.Ready<O> ready) {
            outbox.obey(ready.maxMessageBytes(), ready.maxMessagesPerSecond());
            link.opened(ready, !ready.contract().equals(contract.fingerprint()));
            writable();
        }
    }

    private static @Nullable Long number(@Nullable String id) {
        try {
            return id == null ? null : Long.valueOf(id);
        } catch (NumberFormatException notOurs) {
            return null;
        }
    }

    private void message(Frame.Message<O> received, Optional<R> room) {
        if (received.message() instanceof Ask && received.id() != null) {
            answers.asked(received.message(), received.id(), received.trace());
            return;
        }
        Delivery<R, O> delivery = new Delivery<>(received.message(), room);
        seats.memberships(received.room())
                .forEach(membership -> membership.feed().deliver(delivery));
        feed.deliver(delivery);
    }

    private void answered(Frame.Answer<O> frame) {
        Long id = number(frame.answerTo());
        Entry<I> ask = id == null ? null : outbox.takeAsk(id);
        if (ask == null) {
            events.unknown(new UnknownFrame(frame.text(), FrameException.unknownType()));
            return;
        }
        try {
            outbox.complete(ask, frames.readAnswer(frame.text(), ask.message));
        } catch (FrameException unreadable) {
            outbox.fail(ask, new ClientException("unknown-answer", "The answer is of a newer contract.", unreadable));
        }
    }

    private void failed(Frame.Failed<O> frame) {
        ClientException error = frame.error();
        Long id = number(frame.answerTo());
        link.noteError(error);
        Entry<I> ask = id == null ? null : outbox.takeAsk(id);
        if (ask != null) {
            outbox.fail(ask, error);
        } else if (!seats.takeRefusal(id, error)) {
            events.refused(error, id == null ? Optional.empty() : outbox.sent(id));
        }
    }
}
