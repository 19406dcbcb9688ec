package dev.strait.spring.app;

import dev.strait.runtime.Handshake;
import java.security.Principal;
import org.springframework.stereotype.Component;

@Component
class BoardService implements BoardHandler<String> {

    @Override
    public String open(Handshake handshake) {
        return handshake.principal().map(Principal::getName).orElse("a guest");
    }

    @Override
    public void onPost(Board.Post post, BoardConnection<String> from) {
        from.reply().posted(from.state(), post.text());
    }
}
