package dev.strait.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.client.RawServer.Peer;
import dev.strait.clients.AuctionClient;
import org.junit.jupiter.api.Test;

/**
 * A server that is killed: the stream ends directly after a message. The JDK's client may report neither, and later sends
 * succeed.
 */
class DeadServerTest {

    @Test
    void theClientReconnects() throws Exception {
        try (RawServer server = new RawServer();
                AuctionClient client = AuctionClient.at(server.uri()).room(1).open()) {
            try (Peer peer = server.accept()) {
                peer.upgrade();
                assertThat(peer.readText()).contains("$hello");
                peer.send(RawServer.TEXT, "{\"type\":\"$ready\",\"v\":1,\"conn\":\"c\",\"contract\":\"x\"}");
                peer.send(RawServer.TEXT, "{\"type\":\"shouted\",\"text\":\"bye\"}");
                peer.end();
            }
            server.accept().close();
            assertThat(client.state()).isNotInstanceOf(ClientState.Closed.class);
        }
    }
}
