package dev.strait.tests;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The handler of {@link Lobby}. */
class LobbyService implements LobbyHandler<String> {

    final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

    @Override
    public String open(Handshake handshake) {
        return handshake.query("user").orElse("nobody");
    }

    @Override
    public Optional<String> user(String state, Handshake handshake) {
        return state.equals("nobody") ? Optional.empty() : Optional.of(state);
    }

    @Override
    public void join(String room, LobbyConnection<String> connection) {
        if (room.startsWith("vip")) {
            throw Refusal.forbidden("For members.");
        }
    }

    @Override
    public void joined(String room, LobbyConnection<String> connection) {
        calls.add("joined " + room);
    }

    @Override
    public void left(String room, LobbyConnection<String> connection) {
        calls.add("left " + room);
    }

    @Override
    public void closed(LobbyConnection<String> connection, CloseReason reason) {
        calls.add(connection.state().equals("last") ? "closed " + connection.rooms() : "closed");
    }

    @Override
    public void onPost(Lobby.Post post, LobbyConnection<String> from) {
        if (post.content().startsWith("join ")) {
            from.join(post.content().substring("join ".length()));
        } else if (from.room().equals("blue")) {
            calls.add("posted blue");
        }
        from.toRoom().posted(post.content());
    }

    @Override
    public void onNudge(Lobby.Nudge nudge, LobbyConnection<String> from) {
        from.toOthers().nudged();
    }
}
