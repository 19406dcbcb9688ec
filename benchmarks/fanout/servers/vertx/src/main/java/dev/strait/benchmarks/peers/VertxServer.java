package dev.strait.benchmarks.peers;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Chat on Vert.x, with a loop over the members of a room. */
public final class VertxServer {

    private static final Map<String, Set<ServerWebSocket>> ROOMS = new ConcurrentHashMap<>();
    private static final AtomicInteger LAST_ID = new AtomicInteger();

    private VertxServer() {}

    public static void main(String[] arguments) {
        Vertx.vertx()
                .createHttpServer()
                .webSocketHandler(VertxServer::welcome)
                .listen(Integer.parseInt(System.getenv("PORT")), "127.0.0.1")
                .onFailure(Throwable::printStackTrace);
    }

    private static void welcome(ServerWebSocket member) {
        String name = member.path().substring(member.path().lastIndexOf('/') + 1);
        Set<ServerWebSocket> room = ROOMS.computeIfAbsent(name, key -> ConcurrentHashMap.newKeySet());
        String id = "c" + LAST_ID.incrementAndGet();
        room.add(member);
        member.closeHandler(closed -> room.remove(member));
        member.textMessageHandler(text -> receive(member, id, room, text));
    }

    private static void receive(ServerWebSocket member, String id, Set<ServerWebSocket> room, String text) {
        Json.Incoming message = Json.read(text);
        if (message.isSay()) {
            String said = Json.said(id, message.text());
            for (ServerWebSocket other : room) {
                other.writeTextMessage(said);
            }
        } else {
            member.writeTextMessage(Json.echoed(message.text()));
        }
    }
}
