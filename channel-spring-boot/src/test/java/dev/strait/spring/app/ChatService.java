package dev.strait.spring.app;

import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import java.security.Principal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/** The handler, as a bean. Spring Security wraps it in a proxy. */
@Component
class ChatService implements ChatHandler<String> {

    @Override
    public String open(Chat.Room room, Handshake handshake) {
        return handshake.principal().map(Principal::getName).orElseThrow(() -> Refusal.unauthenticated("Sign in."));
    }

    @Override
    public void onSay(Chat.Say say, ChatConnection<String> from) {
        from.toRoom().said(from.state(), say.text());
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public void onAnnounce(Chat.Announce announce, ChatConnection<String> from) {
        from.toRoom().said("everyone", announce.text());
    }
}
