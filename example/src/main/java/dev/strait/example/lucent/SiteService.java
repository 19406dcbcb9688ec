package dev.strait.example.lucent;

import dev.strait.runtime.Handshake;

/** The site. Its connections have no state. */
final class SiteService implements SiteHandler<SiteService.Visitor> {

    record Visitor() {}

    private final Posts posts;

    SiteService(Posts posts) {
        this.posts = posts;
    }

    @Override
    public Visitor open(Handshake handshake) {
        return new Visitor();
    }

    /** Sends the existing posts to a new member. */
    @Override
    public void joined(String room, SiteConnection<Visitor> visitor) {
        if (room.equals("posts")) {
            posts.all().forEach(visitor.reply()::postCreated);
        }
    }

    @Override
    public void onCreatePost(Site.CreatePost post, SiteConnection<Visitor> from) {
        posts.create(post.title());
    }
}
