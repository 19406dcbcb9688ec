package dev.strait.benchmarks.peers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;

/** Chat on Quarkus WebSockets Next, with a filtered broadcast to the connections with the same room in their path. */
@WebSocket(path = "/ws/chat/{room}")
public class ChatSocket {

    private final ObjectMapper mapper;

    ChatSocket(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @OnTextMessage
    Uni<Void> receive(Messages.Incoming message, WebSocketConnection connection) throws JsonProcessingException {
        if (message.type().equals("say")) {
            String room = connection.pathParam("room");
            String said = mapper.writeValueAsString(new Messages.Said(connection.id(), message.text()));
            return connection
                    .broadcast()
                    .filter(member -> room.equals(member.pathParam("room")))
                    .sendText(said);
        }
        return connection.sendText(mapper.writeValueAsString(new Messages.Echoed(message.text())));
    }
}
