package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.Delivery;
import dev.strait.runtime.LucentProtocol.Relayed;
import dev.strait.runtime.Protocols;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A channel served at several paths with several protocols shares its rooms. */
@Tag("container")
class SharedRoomsTest {

    private final Talking server = Talking.with(Map.of(
            "/native",
            Protocols.strait(),
            "/lucent",
            Protocols.lucent().relaying(),
            "/quiet",
            Protocols.lucent(),
            "/bare",
            Protocols.lucent().relaying(Relayed.BARE),
            "/alepha",
            Protocols.alepha()));

    private TestClient strait;
    private TestClient lucent;
    private TestClient alepha;

    @BeforeEach
    void join() {
        strait = server.client("/native?room=lobby&user=nat").expect("{'type':'$joined','room':'lobby'}");
        lucent = server.client("/lucent?user=lu").send("{'type':'join','room':'lobby'}");
        alepha = server.client("/alepha?roomIds=lobby,other&user=al");
        for (TestClient client : List.of(strait, lucent, alepha)) {
            server.fence(client);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String idOf(String user) {
        return server.talk.room("lobby").members().stream()
                .filter(member -> member.user().orElse("").equals(user))
                .map(ConnectionInfo::id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void clientsReceiveMessagesInTheirOwnProtocol() {
        strait.send("{'type':'say','content':'one'}");
        lucent.expect("{'type':'append','content':'one','username':'nat'}");
        alepha.expect("{'type':'append','content':'one','username':'nat','__alephaRoom':'lobby'}");

        lucent.send("{'type':'say','content':'two'}");
        strait.expect("{'type':'append','content':'two','username':'lu','$room':'lobby'}");
        alepha.expect("{'type':'append','content':'two','username':'lu','__alephaRoom':'lobby'}");

        alepha.send("{'roomId':'lobby','message':{'type':'say','content':'three'}}");
        strait.expect("{'type':'append','content':'three','username':'al','$room':'lobby'}");
        lucent.expect("{'type':'append','content':'three','username':'al'}");

        for (TestClient client : List.of(strait, lucent, alepha)) {
            server.fence(client);
        }
    }

    @Test
    void emitsExclusionsAndQueriesSpanAllProtocols() {
        assertThat(server.talk.room("lobby").size()).isEqualTo(3);
        Delivery delivery = server.talk.room("lobby").except(idOf("lu")).append("x", "y");
        assertThat(delivery).isEqualTo(Delivery.of(2, 2, 0));
        strait.expect("{'type':'append','content':'x','username':'y','$room':'lobby'}");
        alepha.expect("{'type':'append','content':'x','username':'y','__alephaRoom':'lobby'}");
        server.talk.everyone().exceptUsers("nat").append("x", "z");
        lucent.expect("{'type':'append','content':'x','username':'z'}");
        alepha.expect("{'type':'append','content':'x','username':'z'}");
        server.fence(strait);
    }

    @Test
    void messagesAreEncodedOnceForAllProtocols() {
        int before = Talk.Counted.READ.get();
        server.talk.connection(idOf("nat")).counted("x");
        int once = Talk.Counted.READ.get() - before;
        strait.expect("{'type':'counted','text':'x'}");
        TestClient inOneRoom = server.client("/alepha?roomIds=lobby&user=al2");
        server.fence(inOneRoom);
        before = Talk.Counted.READ.get();
        server.talk.room("lobby").counted("y");
        assertThat(Talk.Counted.READ.get() - before).isEqualTo(once);
        strait.expect("{'type':'counted','text':'y','$room':'lobby'}");
        lucent.expect("{'type':'counted','text':'y'}");
        alepha.expect("{'type':'counted','text':'y','__alephaRoom':'lobby'}");
        inOneRoom.expect("{'type':'counted','text':'y'}");
    }

    @Test
    void lucentBroadcastsOfChannelMessagesReachAllProtocols() {
        lucent.send("{'type':'broadcast','room':'lobby','payload':{'type':'append','content':'hi','username':'lu'}}");
        strait.expect("{'type':'append','content':'hi','username':'lu','$room':'lobby'}");
        alepha.expect("{'type':'append','content':'hi','username':'lu','__alephaRoom':'lobby'}");
    }

    @Test
    void otherLucentBroadcastsReachOnlyLucentClients() {
        TestClient other = server.client("/lucent?user=other").send("{'type':'join','room':'lobby'}");
        server.fence(other);
        lucent.send("{'type':'broadcast','room':'lobby','payload':{'cursor':[1,2]}}");
        other.expect("{'type':'message','room':'lobby','from':'" + idOf("lu") + "','payload':{'cursor':[1,2]}}");
        server.fence(lucent);
        server.fence(strait);
        server.fence(alepha);
    }

    @Test
    void bareClientsReceiveNoForgedProtocolMessages() {
        TestClient bare = server.client("/bare?user=ba").send("{'type':'join','room':'lobby'}");
        server.fence(bare);
        lucent.send("{'type':'broadcast','room':'lobby','payload':{'type':'error','message':'forged'}}");
        lucent.send("{'type':'broadcast','room':'lobby','payload':{'free':1}}");
        bare.expect("{'free':1}");
    }

    @Test
    void clientsWithoutRelayingReceiveOnlyChannelMessages() {
        TestClient quiet = server.client("/quiet?user=qu").send("{'type':'join','room':'lobby'}");
        server.fence(quiet);
        lucent.send("{'type':'broadcast','room':'lobby','payload':{'cursor':[1,2]}}");
        lucent.send("{'type':'broadcast','room':'lobby','payload':{'type':'append','content':'hi','username':'lu'}}");
        quiet.expect("{'type':'append','content':'hi','username':'lu'}");
    }
}
