package dev.strait.benchmarks.peers;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.ObjectMapper;

/** Chat with Spring sessions. Each is wrapped in a decorator that allows concurrent sends. */
final class ChatHandler extends TextWebSocketHandler {

    private static final int SEND_TIME_LIMIT = 10_000;
    private static final int BUFFER_SIZE_LIMIT = 512 * 1024;

    private final Map<String, Map<String, WebSocketSession>> rooms = new ConcurrentHashMap<>();
    private final ObjectMapper mapper;

    ChatHandler(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    private Map<String, WebSocketSession> roomOf(WebSocketSession session) {
        String path = session.getUri().getPath();
        return rooms.computeIfAbsent(path.substring(path.lastIndexOf('/') + 1), name -> new ConcurrentHashMap<>());
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        roomOf(session)
                .put(
                        session.getId(),
                        new ConcurrentWebSocketSessionDecorator(session, SEND_TIME_LIMIT, BUFFER_SIZE_LIMIT));
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage frame) throws IOException {
        Messages.Incoming message = mapper.readValue(frame.getPayload(), Messages.Incoming.class);
        Map<String, WebSocketSession> room = roomOf(session);
        if (message.type().equals("say")) {
            TextMessage said =
                    new TextMessage(mapper.writeValueAsString(new Messages.Said(session.getId(), message.text())));
            for (WebSocketSession member : room.values()) {
                member.sendMessage(said);
            }
        } else {
            room.get(session.getId())
                    .sendMessage(new TextMessage(mapper.writeValueAsString(new Messages.Echoed(message.text()))));
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        roomOf(session).remove(session.getId());
    }
}
