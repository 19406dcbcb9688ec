package dev.strait.runtime.internal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoomTest {

    private final Room<String> room = new Room<>("lobby", new RoomQuota() {
        @Override
        public boolean tryAdd() {
            return true;
        }

        @Override
        public void remove() {}
    });

    @Test
    void membersAreListedExactlyOnceUntilTheyLeave() {
        Random random = new Random(2);
        Map<String, Room.Seat<String>> model = new LinkedHashMap<>();
        for (int step = 0; step < 20_000; step++) {
            // The room grows in the first half and shrinks in the second.
            boolean isJoin = random.nextInt(100) < (step < 10_000 ? 70 : 30);
            if (isJoin || model.isEmpty()) {
                model.put("m" + step, room.add("m" + step));
            } else {
                String leaving = new ArrayList<>(model.keySet()).get(random.nextInt(model.size()));
                room.remove(Objects.requireNonNull(model.remove(leaving)));
            }
            assertThat(room.size()).isEqualTo(model.size());
            if (step % 500 == 0) {
                assertThat(room.members()).containsExactlyInAnyOrderElementsOf(model.keySet());
            }
        }
        model.values().forEach(room::remove);
        assertThat(room.isEmpty()).isTrue();
        assertThat(room.members()).isEmpty();
    }

    @Test
    void membersAreIteratedInJoinOrderIfNoneLeaves() {
        room.add("ann");
        room.add("bob");
        room.add("eve");
        List<String> seen = new ArrayList<>();
        room.forEach(seen::add);
        assertThat(seen).containsExactly("ann", "bob", "eve");
    }
}
