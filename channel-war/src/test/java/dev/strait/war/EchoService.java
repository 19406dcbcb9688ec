package dev.strait.war;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Handshake;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers through the hub of {@link #deployed}, so that the tests cover it. */
public final class EchoService implements EchoHandler<String> {

    private @Nullable EchoEmitter emitter;

    @Override
    public void deployed(ChannelHub hub) {
        emitter = EchoEmitter.of(hub);
    }

    @Override
    public String open(Echo.Room room, Handshake handshake) {
        return handshake.path();
    }

    @Override
    public void onCall(Echo.Call call, EchoConnection<String> from) {
        String text =
                call.text().equals("address") ? from.handshake().remoteAddress().orElse("unknown") : call.text();
        Objects.requireNonNull(emitter).room(from.room()).answer(text);
    }
}
