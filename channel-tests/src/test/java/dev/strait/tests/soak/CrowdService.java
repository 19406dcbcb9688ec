package dev.strait.tests.soak;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import java.util.Optional;

/** The handler of {@link Crowd}. The state of a connection is the name of its user. */
final class CrowdService implements CrowdHandler<String> {

    static final int FINISHED = 4000;

    @Override
    public String open(Handshake handshake) {
        return handshake.query("user").orElse("");
    }

    @Override
    public Optional<String> user(String state, Handshake handshake) {
        return state.isEmpty() ? Optional.empty() : Optional.of(state);
    }

    @Override
    public void onPost(Crowd.Post post, CrowdConnection<String> from) {
        from.toRoom().posted(post.text());
    }

    @Override
    public void onEcho(Crowd.Echo echo, CrowdConnection<String> from) {
        from.reply().echoed(echo.text());
    }

    @Override
    public void onFinish(Crowd.Finish finish, CrowdConnection<String> from) {
        from.close(new CloseReason(FINISHED, "finished"));
    }
}
