package dev.strait.runtime.internal.channel;

import dev.strait.runtime.Delivery;
import dev.strait.runtime.internal.connection.LiveConnection;
import dev.strait.runtime.internal.membership.Connections;
import dev.strait.runtime.internal.membership.Room;
import dev.strait.runtime.internal.membership.Rooms;
import dev.strait.runtime.internal.outbound.Outbox;
import dev.strait.runtime.internal.outbound.Pump;
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
 * One emission on this node: finds the recipients, encodes the message once, and offers a frame to the outbox of each
 * recipient, at most once. Used once, on the emitter's thread; nothing in it blocks.
 */
final class Broadcast {

    private final Connections<LiveConnection<?, ?, ?, ?>> connections;
    private final Rooms<LiveConnection<?, ?, ?, ?>> rooms;
    private final Selection to;
    private final boolean hasExclusions;
    private final String type;
    private final Frames frames;
    /** The connections that were offered the frame; null if a single target cannot name a connection twice. */
    private final @Nullable Set<LiveConnection<?, ?, ?, ?>> visited;

    /** Whether the current target has more connections than one slice of a pump. */
    private boolean isForMany;

    private int matched;
    private @Nullable List<LiveConnection<?, ?, ?, ?>> refused;

    Broadcast(LiveChannel<?, ?, ?> channel, Emission emission) {
        this.connections = channel.directory().connections();
        this.rooms = channel.directory().rooms();
        this.to = emission.to();
        this.hasExclusions =
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
                frames.select(name);
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
            frames.select(null);
            recipients.forEach(this::offer);
        }
    }

    /** Called without a room's lock, because it calls listeners and closes connections. */
    private Delivery delivery() {
        if (refused == null) {
            return Delivery.of(matched, matched, 0);
        }
        for (LiveConnection<?, ?, ?, ?> recipient : refused) {
            recipient.dropped(type);
        }
        return Delivery.of(matched, matched - refused.size(), refused.size());
    }

    private void offer(LiveConnection<?, ?, ?, ?> recipient) {
        if (hasExclusions && isExcluded(recipient)) {
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

    private boolean isExcluded(LiveConnection<?, ?, ?, ?> recipient) {
        return to.exceptConnections().contains(recipient.id())
                || recipient.user().map(to.exceptUsers()::contains).orElse(false);
    }
}
