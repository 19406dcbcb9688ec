package dev.strait.example.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.test.GenerateTestKit;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The handler alone: no Spring, no port. */
@GenerateTestKit(News.class)
class NewsDeskTest {

    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    private final NewsTestKit kit = NewsTestKit.of(new NewsDesk(Clock.fixed(NOON, ZoneOffset.UTC)));

    @AfterEach
    void close() {
        kit.close();
    }

    private NewsTestKit.Client connect(String name, String... roles) {
        return kit.connect("harbour", who -> who.user(name, roles));
    }

    @Test
    void readersComment() {
        NewsTestKit.Client ann = connect("ann");
        NewsTestKit.Client bob = connect("bob");
        ann.comment("Is the ferry late?");
        assertThat(bob.next(News.Commented.class)).isEqualTo(new News.Commented("ann", "Is the ferry late?", NOON));
    }

    @Test
    void editorsPublish() {
        NewsTestKit.Client ann = connect("ann");
        NewsTestKit.Client eve = connect("eve", "EDITOR");
        assertThat(eve.publish("The ferry is back").readers()).isEqualTo(2);
        assertThat(ann.next(News.Published.class).headline()).isEqualTo("The ferry is back");
    }

    @Test
    void readersDoNotPublish() {
        NewsTestKit.Client ann = connect("ann");
        assertThatThrownBy(() -> ann.publish("Fake")).hasMessageContaining("forbidden");
    }
}
