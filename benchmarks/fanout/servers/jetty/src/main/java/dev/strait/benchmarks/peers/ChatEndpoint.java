package dev.strait.benchmarks.peers;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One connection in a room. */
@ServerEndpoint("/ws/chat/{room}")
public final class ChatEndpoint {

    private static final Map<String, Set<Session>> ROOMS = new ConcurrentHashMap<>();

    private Set<Session> room = Set.of();

    @OnOpen
    public void open(Session session, @PathParam("room") String name) {
        room = ROOMS.computeIfAbsent(name, key -> ConcurrentHashMap.newKeySet());
        room.add(session);
    }

    @OnMessage
    public void receive(String text, Session session) {
        Json.Incoming message = Json.read(text);
        if (message.isSay()) {
            String said = Json.said(session.getId(), message.text());
            for (Session other : room) {
                other.getAsyncRemote().sendText(said);
            }
        } else {
            session.getAsyncRemote().sendText(Json.echoed(message.text()));
        }
    }

    @OnClose
    public void close(Session session) {
        room.remove(session);
    }

    @OnError
    public void fail(Session session, Throwable cause) {
        room.remove(session);
    }
}
