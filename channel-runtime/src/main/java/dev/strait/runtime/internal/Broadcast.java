package dev.strait.runtime.internal;

import dev.strait.runtime.Delivery;
import dev.strait.runtime.spi.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One emit on this node: finds its recipients, encodes once per protocol and room, and offers a frame to each recipient's
 * outbox, once at most. Used once, on the emitter's thread; nothing in it blocks.
 */
final class Broadcast<O> {

    private final Connections connections;
    private final Rooms rooms;
    private final Selection to;
    private final O message;
    private final String type;
    /** Null while one target alone cannot name a connection twice. */
    private final @Nullable Set<LiveConnection<?, ?, ?, ?>> visited;

    private final IdentityHashMap<Protocol<?, ?>, Outgoing> encoded = new IdentityHashMap<>(2);
    private int matched;
    private final List<LiveConnection<?, ?, ?, ?>> refused = new ArrayList<>(0);

    Broadcast(Connections connections, Rooms rooms, Selection to, O message, String type) {
        this.connections = connections;
        this.rooms = rooms;
        this.to = to;
        this.message = message;
        this.type = type;
        int targets = to.rooms().size() + to.users().size() + to.connections().size() + (to.everyone() ? 1 : 0);
        this.visited = targets > 1 ? new HashSet<>() : null;
    }

    Delivery run() {
        for (String name : to.rooms()) {
            Rooms.Room room = rooms.find(name);
            if (room != null) {
                encoded.clear();
                encode(room.members(), name); // before the lock: it calls the application's records
                synchronized (room) {
                    offerAll(room.members());
                }
            }
        }
        encoded.clear();
        for (String user : to.users()) {
            send(connections.of(user));
        }
        for (String id : to.connections()) {
            LiveConnection<?, ?, ?, ?> connection = connections.byId(id);
            if (connection != null) {
                send(List.of(connection));
            }
        }
        if (to.everyone()) {
            send(connections.all());
        }
        // Outside of the rooms' locks: it calls listeners and closes connections.
        for (LiveConnection<?, ?, ?, ?> recipient : refused) {
            recipient.notTaken(type);
        }
        return new Delivery(matched, matched - refused.size(), refused.size());
    }

    private void send(Collection<LiveConnection<?, ?, ?, ?>> recipients) {
        encode(recipients, null);
        offerAll(recipients);
    }

    private void encode(Collection<LiveConnection<?, ?, ?, ?>> recipients, @Nullable String room) {
        for (LiveConnection<?, ?, ?, ?> recipient : recipients) {
            Protocol<?, ?> protocol = recipient.protocol();
            if (!encoded.containsKey(protocol)) {
                encoded.put(protocol, encode(protocol, room));
            }
        }
    }

    private Outgoing encode(Protocol<?, ?> protocol, @Nullable String room) {
        @SuppressWarnings("unchecked") // all connections of a channel speak of the same messages
        Protocol<?, O> ours = (Protocol<?, O>) protocol;
        return ours.message(message, room);
    }

    private void offerAll(Collection<LiveConnection<?, ?, ?, ?>> recipients) {
        for (LiveConnection<?, ?, ?, ?> recipient : recipients) {
            offer(recipient);
        }
    }

    private void offer(LiveConnection<?, ?, ?, ?> recipient) {
        Outgoing frame = encoded.get(recipient.protocol());
        boolean isExcepted = to.exceptConnections().contains(recipient.id())
                || recipient.user().map(to.exceptUsers()::contains).orElse(false);
        // Without a frame it is the first of its protocol, and came after the message was sent.
        if (frame == null || isExcepted || (visited != null && !visited.add(recipient))) {
            return;
        }
        matched++;
        if (recipient.offer(frame) != Outbox.Offer.QUEUED) {
            refused.add(recipient);
        }
    }
}
