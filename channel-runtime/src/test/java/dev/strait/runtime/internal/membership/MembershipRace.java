package dev.strait.runtime.internal.membership;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** Concurrent join, leave and close: a closed connection is in no room, and callbacks run in the order of the changes. */
public final class MembershipRace {

    private final class Ann implements Member, RoomQuota {

        @Override
        public RoomQuota roomQuota() {
            return this;
        }

        @Override
        public boolean tryAdd() {
            rooms.incrementAndGet();
            return true;
        }

        @Override
        public void remove() {
            rooms.decrementAndGet();
        }

        @Override
        public String id() {
            return "ann";
        }

        @Override
        public Optional<String> user() {
            return Optional.empty();
        }

        @Override
        public boolean isClosing() {
            return false;
        }
    }

    private final AtomicInteger rooms = new AtomicInteger();
    private final Membership.Directory<Ann> directory =
            new Membership.Directory<>(new Connections<>(Occupancy.NONE), new Rooms<>(Occupancy.NONE));
    private final Membership<String, Ann> ann = new Membership<>(new Ann(), directory, 10);
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    public MembershipRace() {
        ann.admit(1);
    }

    @Operation
    public void join() {
        ann.join("red", "red", () -> calls.add("joined"), () -> {});
    }

    @Operation
    public void leave() {
        ann.leave("red", key -> calls.add("left"));
    }

    @Operation
    public void close() {
        ann.close(() -> calls.add("closed"));
    }

    @Validate
    public void theDirectoryMatchesTheCallbacks() {
        boolean isMember = false;
        boolean isClosed = false;
        for (String call : calls) {
            boolean isPossible = !isClosed && (call.equals("closed") || isMember == call.equals("left"));
            if (!isPossible) {
                throw new AssertionError(calls);
            }
            isMember = call.equals("joined");
            isClosed = call.equals("closed");
        }
        boolean isInRoom = directory.rooms().find("red") != null;
        if (isInRoom != isMember || rooms.get() != (isMember ? 1 : 0)) {
            throw new AssertionError(calls + ", " + rooms + " rooms");
        }
    }
}
