package dev.strait.runtime.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.spi.Backplane.Topic;
import dev.strait.runtime.spi.Backplane.Topic.Kind;
import dev.strait.runtime.spi.Selection;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The topics that a message is published to. */
class TopicsTest {

    private static final String HERE = NodeId.create().toString();
    private static final NodeId THERE = NodeId.create();

    private static Set<Topic> topics(Selection to) {
        return Topics.of("Chat", to, HERE);
    }

    @Test
    void roomsAndUsersHaveTopicsOfTheirOwn() {
        assertThat(topics(Selection.ofRooms(Set.of("a")).and(Selection.ofUsers(Set.of("ann")))))
                .containsExactly(new Topic(Kind.ROOM, "Chat", "a"), new Topic(Kind.USER, "Chat", "ann"));
    }

    @Test
    void aConnectionIsReachedByItsNode() {
        String one = THERE.nextConnection();
        String other = THERE.nextConnection();
        assertThat(topics(Selection.ofConnections(Set.of(one, other))))
                .containsExactly(new Topic(Kind.NODE, "", THERE.toString()));
    }

    @Test
    void aConnectionOfThisNodeIsNotPublished() {
        assertThat(topics(Selection.ofConnections(Set.of(HERE + ".1234567890123456"))))
                .isEmpty();
    }

    @Test
    void everyoneIsOneTopic() {
        assertThat(topics(Selection.ofEveryone().and(Selection.ofRooms(Set.of("a")))))
                .containsExactly(new Topic(Kind.CHANNEL, "Chat", ""));
    }

    @Test
    void idsOfTheApplicationMayBeAnywhere() {
        assertThat(topics(Selection.ofConnections(Set.of("connection-1"))))
                .containsExactly(new Topic(Kind.CHANNEL, "Chat", ""));
    }

    @Test
    void namesAreEscapedAndStayDifferent() {
        assertThat(Topics.ofRoom("Chat", "a b/\u00e9%").name()).isEqualTo("a%20b/%C3%A9%25");
        assertThat(Topics.ofRoom("Chat", "a%20b")).isNotEqualTo(Topics.ofRoom("Chat", "a b"));
    }
}
