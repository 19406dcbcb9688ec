package dev.strait.example.lucent;

import dev.strait.runtime.ChannelHub;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The table of posts. It announces new ones to the room {@code posts}. */
final class Posts {

    private final List<Site.Post> rows = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final Clock clock;
    private final SiteEmitter site;

    Posts(ChannelHub hub, Clock clock) {
        this.clock = clock;
        this.site = SiteEmitter.of(hub);
    }

    Site.Post create(String title) {
        Site.Post post = new Site.Post(ids.incrementAndGet(), title, clock.instant());
        rows.add(post);
        site.room("posts").postCreated(post); // in Lucent: wsManager.broadcastToRoom in the afterCreate hook
        return post;
    }

    List<Site.Post> all() {
        return List.copyOf(rows);
    }
}
