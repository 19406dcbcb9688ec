package dev.strait.example.lucent;

import dev.strait.runtime.ChannelHub;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The table of posts, and who hears of a new one. */
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
        Site.Post doc = new Site.Post(ids.incrementAndGet(), title, clock.instant());
        rows.add(doc);
        site.room("posts").postCreated(doc); // Lucent's afterCreate hook did this with wsManager.broadcastToRoom
        return doc;
    }

    List<Site.Post> all() {
        return List.copyOf(rows);
    }
}
