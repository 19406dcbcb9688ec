package dev.strait.runtime.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {

    @Test
    void aUnionKeepsTheOrderOfRoomsAndAllExclusions() {
        Selection both = Selection.ofRooms(new LinkedHashSet<>(List.of("b", "a")))
                .except(Set.of("1"))
                .and(Selection.ofRooms(Set.of("c")).except(Set.of("2")).exceptUsers(Set.of("ann")));
        assertThat(both.rooms()).containsExactly("b", "a", "c");
        assertThat(both.exceptConnections()).containsExactlyInAnyOrder("1", "2");
        assertThat(both.exceptUsers()).containsExactly("ann");
    }
}
