package dev.strait.test;

import dev.strait.Ask;
import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.json.FrameException;
import dev.strait.runtime.spi.ChannelContract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a virtual client. Generated clients pass it to their base.
 *
 * @param <R> the room key
 * @param <I> the client's messages
 * @param <O> the server's messages
 */
public final class ClientConnection<R, I, O> {

    private record PendingAsk<I>(I message, AskFuture<Object> answer) {}

    private final ChannelContract<R, I, O> contract;
    private final ClientProtocol<I, O> protocol;
    private final World world;
    private final HandlerFailures failures;
    private final BooleanSupplier isKitClosed;
    private final Arrivals<R, O> arrivals = new Arrivals<>();
    private final Map<String, PendingAsk<I>> pending = new LinkedHashMap<>();
    private final Map<Class<?>, Function<? super O, ?>> answers = new LinkedHashMap<>();
    private final String name;
    private @Nullable Socket socket;
    private @Nullable String id;
    private long askCount;

    ClientConnection(
            String name,
            ChannelContract<R, I, O> contract,
            ClientProtocol<I, O> protocol,
            World world,
            HandlerFailures failures,
            BooleanSupplier isKitClosed) {
        this.name = name;
        this.contract = contract;
        this.protocol = protocol;
        this.world = world;
        this.failures = failures;
        this.isKitClosed = isKitClosed;
    }

    void opened(Socket opened) {
        socket = opened;
    }

    World world() {
        return world;
    }

    Arrivals<R, O> arrivals() {
        return arrivals;
    }

    HandlerFailures failures() {
        return failures;
    }

    ClientProtocol<I, O> protocol() {
        return protocol;
    }

    ChannelContract<R, I, O> contract() {
        return contract;
    }

    String name() {
        return name;
    }

    Socket socket() {
        return Objects.requireNonNull(socket, "not connected");
    }

    Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /** Sends a frame, unless the connection has ended. */
    void send(String frame) {
        if (isKitClosed.getAsBoolean()) {
            throw new IllegalStateException("The kit is closed, so its clients can send nothing more.");
        }
        arrivals.closed().ifPresent(reason -> {
            throw new IllegalStateException(name + " cannot send: its connection has ended with "
                    + Arrivals.describe(reason) + "." + failures.sentence());
        });
        socket().sendText(frame);
    }

    @SuppressWarnings("unchecked") // the codec reads the answer for the ask
    <A> CompletableFuture<A> ask(I message, @Nullable String room) {
        String askId = String.valueOf(++askCount);
        String frame = protocol.message(message, room, askId);
        AskFuture<Object> answer = new AskFuture<>(world);
        send(frame);
        pending.put(askId, new PendingAsk<>(message, answer));
        return (CompletableFuture<A>) answer;
    }

    void answering(Class<?> type, Function<? super O, ?> answer) {
        answers.put(type, answer);
    }

    void ignoring(Class<?> type) {
        answers.remove(type);
    }

    Socket.Client peer() {
        return new Peer();
    }

    /** Takes what arrives. */
    private final class Peer implements Socket.Client, ClientProtocol.Arrivals<O> {

        @Override
        public void frame(String text) {
            arrivals.frame(text);
            try {
                protocol.read(text, this);
            } catch (FrameException invalid) {
                world.fail(violation(text, invalid));
            } catch (Throwable ofTest) { // the function that answers
                world.fail(ofTest);
            }
        }

        private AssertionError violation(String frame, FrameException invalid) {
            return new AssertionError(name + " has received a message that violates its contract: "
                    + invalid.getMessage() + ". The frame: " + frame);
        }

        @Override
        public void closed(CloseReason reason) {
            arrivals.closed(reason);
            ErrorFrame closed = new ErrorFrame(
                    "closed", "the connection has ended with " + Arrivals.describe(reason), List.of(), null);
            List<PendingAsk<I>> unanswered = List.copyOf(pending.values());
            pending.clear();
            unanswered.forEach(ask -> ask.answer().completeExceptionally(new RefusedAsk(closed)));
        }

        @Override
        public void message(O message, @Nullable String room, @Nullable String askId) {
            if (message instanceof Ask<?> && askId != null) {
                arrivals.ask(message);
                reply(message, askId);
            } else {
                arrivals.message(message, Optional.ofNullable(room).map(contract.codec()::room));
            }
        }

        private void reply(O ask, String askId) {
            Function<? super O, ?> answer = answers.get(ask.getClass());
            if (answer == null) {
                return;
            }
            String frame;
            try {
                Object value = Objects.requireNonNull(answer.apply(ask), () -> "the answer to " + ask + " is null");
                frame = protocol.answer(ask, value, askId);
            } catch (Refusal refusal) {
                frame = protocol.refusal(refusal.code(), refusal.text(), askId);
            }
            socket().sendText(frame);
        }

        @Override
        public void answer(String askId, String frame) {
            PendingAsk<I> ask = pending.remove(askId);
            if (ask != null) {
                try {
                    ask.answer().complete(protocol.readAnswer(frame, ask.message()));
                } catch (FrameException invalid) {
                    ask.answer().completeExceptionally(violation(frame, invalid));
                }
            }
        }

        @Override
        public void error(ErrorFrame error, @Nullable String askId) {
            PendingAsk<I> ask = askId == null ? null : pending.remove(askId);
            if (ask == null) {
                arrivals.error(error);
            } else {
                ask.answer().completeExceptionally(new RefusedAsk(error));
            }
        }

        @Override
        public void connected(String connectionId) {
            id = connectionId;
        }
    }
}
