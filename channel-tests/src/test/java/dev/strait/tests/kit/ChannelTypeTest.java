package dev.strait.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.spi.ChannelType;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Frameworks find the endpoint and the emitter of a handler, a room or an emitter. */
class ChannelTypeTest {

    @Test
    void handlersRoomsAndEmittersNameTheirEndpointAndEmitter() {
        assertThat(Stream.of(AuctionsHandler.class, AuctionsRoom.class, AuctionsEmitter.class)
                        .map(type -> type.getAnnotation(ChannelType.class)))
                .allSatisfy(type -> {
                    assertThat(type.endpoint()).isEqualTo(AuctionsEndpoint.class);
                    assertThat(type.emitter()).isEqualTo(AuctionsEmitter.class);
                });
    }
}
