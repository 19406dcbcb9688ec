package dev.strait.runtime.internal.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandshakeSnapshotTest {

    @Test
    void credentialsAreNotInItsText() {
        HeaderBlock headers =
                HeaderBlock.of(Map.of("Authorization", List.of("Bearer secret2"), "Cookie", List.of("sid=secret3")));
        HandshakeSnapshot handshake = new HandshakeSnapshot(
                "/ws/chat", "ticket=secret1", headers, null, Map.of(), Map.of(), null, null, null);
        assertThat(handshake).hasToString("handshake of /ws/chat");
        assertThat(headers).hasToString("2 headers");
        assertThat(handshake.withClient(new ClientAddress("10.0.0.1", "10.0.0.1")))
                .hasToString("handshake of /ws/chat from 10.0.0.1");
        assertThat(handshake.query("ticket")).contains("secret1");
    }
}
