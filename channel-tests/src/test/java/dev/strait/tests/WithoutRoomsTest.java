package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Protocols;
import dev.strait.runtime.WireProtocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Channels with {@code rooms = false}. */
class WithoutRoomsTest {

    private static final String NO_ROOMS =
            "{'type':'$error','code':'room-invalid','message':'This channel has no rooms.'}";

    private final PollTestKit kit = PollTestKit.of(handler());

    private static PollHandler<String> handler() {
        Map<String, Integer> votes = new ConcurrentHashMap<>();
        return new PollHandler<>() {
            @Override
            public String open(Handshake handshake) {
                return handshake.query("user").orElse("somebody");
            }

            @Override
            public Optional<String> user(String state, Handshake handshake) {
                return Optional.of(state);
            }

            @Override
            public void onVote(Poll.Vote vote, PollConnection<String> from) {
                votes.merge(vote.option(), 1, Integer::sum);
                from.toEveryone().voted(from.state(), vote.option());
            }

            @Override
            public void onWhisper(Poll.Whisper whisper, PollConnection<String> from) {
                from.toOthers().room(whisper.text());
                from.reply().room("sent");
            }

            @Override
            public Poll.Votes onCount(Poll.Count count, PollConnection<String> from) {
                return new Poll.Votes(votes.getOrDefault(count.option(), 0));
            }
        };
    }

    private FrameClient connect(String user) {
        return new FrameClient(kit.connect(who -> who.query("user", user).plain()));
    }

    @AfterEach
    void stop() {
        kit.close();
    }

    @Test
    void reachOneTheOthersAndEveryone() {
        FrameClient ann = connect("ann");
        FrameClient bob = connect("bob");
        ann.send("{'type':'vote','option':'tea'}").expect("{'type':'voted','user':'ann','option':'tea'}");
        bob.expect("{'type':'voted','user':'ann','option':'tea'}");
        bob.send("{'type':'whisper','text':'psst'}").expect("{'type':'room','text':'sent'}");
        ann.expect("{'type':'room','text':'psst'}");
        ann.send("{'type':'count','option':'tea','$id':1}").expect("{'type':'count.votes','votes':1,'$re':1}");
    }

    @Test
    void areReachedThroughEmitters() {
        FrameClient ann = connect("ann");
        FrameClient bob = connect("bob");
        kit.emitter().everyone().voted("nobody", "all");
        ann.expect("{'type':'voted','user':'nobody','option':'all'}");
        bob.expect("{'type':'voted','user':'nobody','option':'all'}");
        kit.emitter().user("bob").voted("nobody", "bob");
        bob.expect("{'type':'voted','user':'nobody','option':'bob'}");
        String id = kit.emitter().connections().stream()
                .filter(info -> info.user().equals(Optional.of("ann")))
                .findFirst()
                .orElseThrow()
                .id();
        kit.emitter().connection(id).voted("nobody", "ann");
        ann.expect("{'type':'voted','user':'nobody','option':'ann'}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'$join','room':'red'}",
                "{'type':'$leave','room':'red'}",
                "{'type':'vote','option':'tea','$room':'red'}"
            })
    void refuseFramesThatNameARoom(String frame) {
        FrameClient ann = connect("ann");
        ann.send(frame).expect(NO_ROOMS);
        ann.send("{'type':'count','option':'tea','$id':1}").expect("{'type':'count.votes','votes':0,'$re':1}");
    }

    @Test
    void refuseRoomsInTheUrl() {
        FrameClient ann =
                new FrameClient(kit.connect(who -> who.query("room", "red").plain()));
        ann.expect(NO_ROOMS);
        ann.send("{'type':'vote','option':'tea'}").expect("{'type':'voted','user':'somebody','option':'tea'}");
    }

    @Test
    void mentionNoRoomInTheirTypes() {
        Stream<Class<?>> types =
                Stream.of(PollHandler.class, PollConnection.class, PollEmitter.class, PollSender.class);
        assertThat(types.flatMap(type -> Stream.of(type.getDeclaredMethods())).map(method -> method.getName()))
                .contains("toEveryone", "toOthers", "everyone")
                .doesNotContain("toRoom", "rooms", "join", "joined", "leave", "left");
    }

    @Test
    void areRefusedForPagesThatChooseTheirRooms() {
        ChannelHub other = ChannelHub.create();
        for (WireProtocol protocol : List.of(Protocols.lucent(), Protocols.alepha())) {
            assertThatThrownBy(() -> other.add(PollEndpoint.of(handler()).protocol(protocol)))
                    .isInstanceOf(ChannelDeploymentException.class)
                    .hasMessageContaining("clients choose their rooms, but this channel has none");
        }
        other.close();
    }
}
