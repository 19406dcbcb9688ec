package dev.strait.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.test.GenerateTestKit;
import dev.strait.test.RefusedHandshake;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@GenerateTestKit(Chat.class)
class ChatServiceTest {

    private final ChatTestKit chat = ChatTestKit.create(hub -> ChatEndpoint.of(new ChatService(hub)));

    @AfterEach
    void close() {
        chat.close();
    }

    private ChatTestKit.Client connect(String user) {
        return chat.connect("lobby", who -> who.query("user", user));
    }

    @Test
    void everyoneReadsWhoIsHere() {
        ChatTestKit.Client ann = connect("ann");
        assertThat(ann.received()).containsExactly(new Chat.Here(List.of("ann")));
        ChatTestKit.Client bob = connect(" bob ");
        assertThat(ann.next(Chat.Here.class).users()).containsExactly("ann", "bob");
        bob.leave();
        assertThat(ann.received()).containsExactly(new Chat.TypingNow("bob", false), new Chat.Here(List.of("ann")));
    }

    @Test
    void messagesGetIncreasingIds() {
        ChatTestKit.Client ann = connect("ann");
        ann.received();
        ann.say("one");
        ann.say("two");
        Chat.Said one = ann.next(Chat.Said.class);
        Chat.Said two = ann.next(Chat.Said.class);
        assertThat(one.text()).isEqualTo("one");
        assertThat(two.id()).isGreaterThan(one.id());
        assertThat(two.user()).isEqualTo("ann");
    }

    @Test
    void onlyTheOthersReadWhoIsTyping() {
        ChatTestKit.Client ann = connect("ann");
        ChatTestKit.Client bob = connect("bob");
        ann.received();
        bob.received();
        ann.typing(true);
        assertThat(ann.received()).isEmpty();
        assertThat(bob.received()).containsExactly(new Chat.TypingNow("ann", true));
    }

    @Test
    void aNameIsRequired() {
        assertThatThrownBy(() -> chat.connect("lobby")).isInstanceOf(RefusedHandshake.class);
        assertThatThrownBy(() -> connect("a name of more than 24 characters"))
                .isInstanceOf(RefusedHandshake.class)
                .hasMessageContaining("at most 24 characters");
    }
}
