package dev.strait.runtime.internal;

import dev.strait.runtime.Delivery;
import dev.strait.runtime.spi.Emission;
import dev.strait.runtime.spi.Selection;
import dev.strait.runtime.spi.TextFrame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One emit on this node: finds its recipients, encodes once, and offers a frame to each recipient's outbox, once at most.
 * Used once, on the emitter's thread; nothing in it blocks.
 */
final class Broadcast {

    private final Connections connections;
    private final Rooms rooms;
    private final Selection to;
    private final boolean hasExceptions;
    private final String type;
    private final Frames frames;
    /** Null while one target alone cannot name a connection twice. */
    private final @Nullable Set<LiveConnection<?, ?, ?, ?>> visited;

    /** Whether those that it goes to at the moment are more than one slice. */
    private boolean isForMany;

    private int matched;
    private @Nullable List<LiveConnection<?, ?, ?, ?>> refused;

    Broadcast(LiveChannel<?, ?, ?> channel, Emission emission) {
        this.connections = channel.live();
        this.rooms = channel.liveRooms();
        this.to = emission.to();
        this.hasExceptions =
                !to.exceptConnections().isEmpty() || !to.exceptUsers().isEmpty();
        this.type = emission.type();
        this.frames = new Frames(channel, emission);
        int targets = to.rooms().size() + to.users().size() + to.connections().size() + (to.everyone() ? 1 : 0);
        this.visited = targets > 1 ? new HashSet<>() : null;
    }

    Delivery run() {
        for (String name : to.rooms()) {
            Room<LiveConnection<?, ?, ?, ?>> room = rooms.find(name);
            if (room != null) {
                frames.aimAt(name);
                isForMany = room.size() > Pump.SLICE;
                room.forEach(this::offer);
            }
        }
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

    private void offerAll(Collection<LiveConnection<?, ?, ?, ?>> recipients) {
        if (!recipients.isEmpty()) {
            frames.aimAt(null);
            recipients.forEach(this::offer);
        }
    }

    /** After the rooms' locks: it calls listeners and closes connections. */
    private Delivery delivery() {
        if (refused == null) {
            return Delivery.of(matched, matched, 0);
        }
        for (LiveConnection<?, ?, ?, ?> recipient : refused) {
            recipient.notTaken(type);
        }
        return Delivery.of(matched, matched - refused.size(), refused.size());
    }

    private void offer(LiveConnection<?, ?, ?, ?> recipient) {
        if (hasExceptions && isExcepted(recipient)) {
            return;
        }
        TextFrame frame = frames.of(recipient);
        if (frame == null || (visited != null && !visited.add(recipient))) {
            return;
        }
        matched++;
        if (recipient.offer(frame, isForMany) != Outbox.Offer.QUEUED) {
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
