package dev.strait.runtime.internal;

import dev.strait.runtime.Delivery;
import dev.strait.runtime.spi.Selection;
import dev.strait.runtime.spi.TextFrame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
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
    private final List<? extends Protocol<?, O>> protocols;
    private final Selection to;
    private final boolean hasExceptions;
    private final O message;
    private final String type;
    /** Null while one target alone cannot name a connection twice. */
    private final @Nullable Set<LiveConnection<?, ?, ?, ?>> visited;

    /** One for each of the protocols, in their order; empty before the first is needed. */
    private final List<TextFrame> frames;

    /** Whether those that it goes to at the moment are more than one slice. */
    private boolean isForMany;

    private int matched;
    private @Nullable List<LiveConnection<?, ?, ?, ?>> refused;

    Broadcast(LiveChannel<?, ?, O> channel, Selection to, O message, String type) {
        this.connections = channel.live();
        this.rooms = channel.liveRooms();
        this.protocols = channel.protocols();
        this.to = to;
        this.hasExceptions =
                !to.exceptConnections().isEmpty() || !to.exceptUsers().isEmpty();
        this.message = message;
        this.type = type;
        this.frames = new ArrayList<>(protocols.size());
        int targets = to.rooms().size() + to.users().size() + to.connections().size() + (to.everyone() ? 1 : 0);
        this.visited = targets > 1 ? new HashSet<>() : null;
    }

    Delivery run() {
        for (String name : to.rooms()) {
            Room<LiveConnection<?, ?, ?, ?>> room = rooms.find(name);
            if (room != null) {
                encode(name); // before the room's lock: it calls the application's records
                isForMany = room.size() > Pump.SLICE;
                room.forEach(this::offer);
            }
        }
        frames.clear();
        isForMany = false;
        for (String user : to.users()) {
            offerAll(connections.of(user));
        }
        for (String id : to.connections()) {
            LiveConnection<?, ?, ?, ?> connection = connections.byId(id);
            if (connection != null) {
                offerAll(List.of(connection));
            }
        }
        if (to.everyone()) {
            isForMany = connections.all().size() > Pump.SLICE;
            offerAll(connections.all());
        }
        return delivery();
    }

    /** After the rooms' locks: it calls listeners and closes connections. */
    private Delivery delivery() {
        if (refused == null) {
            return new Delivery(matched, matched, 0);
        }
        for (LiveConnection<?, ?, ?, ?> recipient : refused) {
            recipient.notTaken(type);
        }
        return new Delivery(matched, matched - refused.size(), refused.size());
    }

    private void offerAll(Collection<LiveConnection<?, ?, ?, ?>> recipients) {
        if (!recipients.isEmpty() && frames.isEmpty()) {
            encode(null);
        }
        recipients.forEach(this::offer);
    }

    private void encode(@Nullable String room) {
        frames.clear();
        for (Protocol<?, O> protocol : protocols) {
            frames.add(protocol.message(message, room));
        }
    }

    private void offer(LiveConnection<?, ?, ?, ?> recipient) {
        if ((hasExceptions && isExcepted(recipient)) || (visited != null && !visited.add(recipient))) {
            return;
        }
        matched++;
        if (recipient.offer(frames.get(protocols.indexOf(recipient.protocol())), isForMany) != Outbox.Offer.QUEUED) {
            if (refused == null) {
                refused = new ArrayList<>();
            }
            refused.add(recipient);
        }
    }

    private boolean isExcepted(LiveConnection<?, ?, ?, ?> recipient) {
        return to.exceptConnections().contains(recipient.id())
                || recipient.user().map(to.exceptUsers()::contains).orElse(false);
    }
}
