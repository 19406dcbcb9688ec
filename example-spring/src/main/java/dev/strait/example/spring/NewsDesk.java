package dev.strait.example.spring;

import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import java.security.Principal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Handles the messages of readers and editors. The state of a connection is the name of its user. */
@Component
class NewsDesk implements NewsHandler<String> {

    private final Clock clock;

    NewsDesk(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String open(News.Room topic, Handshake handshake) {
        return handshake
                .principal()
                .map(Principal::getName)
                .orElseThrow(() -> Refusal.unauthenticated("Sign in to read the news."));
    }

    @Override
    public Optional<String> user(String name, Handshake handshake) {
        return Optional.of(name);
    }

    @Override
    public void onComment(News.Comment comment, NewsConnection<String> from) {
        from.toRoom().commented(from.state(), comment.text(), clock.instant());
    }

    @Override
    public News.Receipt onPublish(News.Publish publish, NewsConnection<String> from) {
        int readers = from.toRoom()
                .published(from.state(), publish.headline(), clock.instant())
                .queued();
        return new News.Receipt(readers);
    }
}
