package dev.strait.runtime.internal.node;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import dev.strait.runtime.spi.ChannelBinding;
import dev.strait.runtime.spi.ChannelConnection;
import dev.strait.runtime.spi.ChannelContract;
import dev.strait.runtime.spi.WireMessage;
import dev.strait.runtime.spi.codec.FieldNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A handler of the line channel that records its calls. */
class LineHandler implements ChannelBinding<String, String, String, String> {

    static final ChannelContract<String, String, String> CONTRACT = ChannelContract.builder(
                    "test.Lines", new LineCodec())
            .path("/lines")
            .toServer(WireMessage.of("say", FieldNames.of("line")))
            .toClient(WireMessage.of("said", FieldNames.of("line")))
            .build();

    final List<String> calls = new ArrayList<>();
    /** Handles messages. Does nothing by default. */
    BiConsumer<String, ChannelConnection<String, String, String>> onSay = (line, from) -> {};

    @Override
    public Object application() {
        return this;
    }

    @Override
    public ChannelContract<String, String, String> contract() {
        return CONTRACT;
    }

    @Override
    public String open(@Nullable String room, Handshake handshake) {
        String user = handshake.query("user").orElse("guest");
        calls.add("open " + user);
        if (user.equals("mallory")) {
            throw Refusal.forbidden("Not you.");
        }
        return user;
    }

    @Override
    public Optional<String> user(String state, Handshake handshake) {
        return Optional.of(state);
    }

    @Override
    public void join(String room, ChannelConnection<String, String, String> connection) {
        calls.add("join " + room);
        if (room.equals("closed")) {
            throw Refusal.forbidden("Closed.");
        }
    }

    @Override
    public void joined(String room, ChannelConnection<String, String, String> connection) {
        calls.add("joined " + room);
    }

    @Override
    public @Nullable Object receive(String line, ChannelConnection<String, String, String> from) {
        calls.add("say " + line + " in " + from.room());
        onSay.accept(line, from);
        return null;
    }

    @Override
    public void left(String room, ChannelConnection<String, String, String> connection) {
        calls.add("left " + room);
    }

    @Override
    public void closed(ChannelConnection<String, String, String> connection, CloseReason reason) {
        calls.add("closed " + reason.code());
    }
}
