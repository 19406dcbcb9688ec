package dev.strait.war;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/** An endpoint that does not use Strait. */
@ServerEndpoint("/by-hand")
public final class ByHand {

    @OnMessage
    public String answer(String text) {
        return "by hand: " + text;
    }
}
