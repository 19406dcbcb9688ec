package dev.strait.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records as clients send them. Their content does not matter, only their types. */
class SingleHandshakeTest {

    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int HANDSHAKE = 22;
    private static final int DATA = 23;

    private final EmbeddedChannel channel = new EmbeddedChannel(new SingleHandshake());

    private static ByteBuf records(int... types) {
        ByteBuf bytes = Unpooled.buffer();
        for (int type : types) {
            int length = type == CHANGE_CIPHER_SPEC ? 1 : 300 + type;
            bytes.writeByte(type).writeShort(0x0303).writeShort(length).writeBytes(new byte[length]);
        }
        return bytes;
    }

    private void send(ByteBuf bytes, int chunk) {
        while (bytes.isReadable() && channel.isOpen()) {
            channel.writeInbound(bytes.readBytes(Math.min(chunk, bytes.readableBytes())));
        }
        bytes.release();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1_000_000})
    void aHandshakeAndDataPassHoweverTheyArrive(int chunk) {
        // TLS 1.2: ClientHello, ClientKeyExchange, ChangeCipherSpec, Finished
        ByteBuf records = records(HANDSHAKE, HANDSHAKE, CHANGE_CIPHER_SPEC, HANDSHAKE, DATA, DATA);
        byte[] sent = new byte[records.readableBytes()];
        records.getBytes(0, sent);
        send(records, chunk);
        ByteBuf received = Unpooled.buffer();
        for (ByteBuf next = channel.readInbound(); next != null; next = channel.readInbound()) {
            received.writeBytes(next);
            next.release();
        }
        byte[] passed = new byte[received.readableBytes()];
        received.readBytes(passed);
        assertThat(HexFormat.of().formatHex(passed)).isEqualTo(HexFormat.of().formatHex(sent));
        assertThat(channel.isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1_000_000})
    void anotherHandshakeClosesTheConnection(int chunk) {
        send(records(HANDSHAKE, HANDSHAKE, CHANGE_CIPHER_SPEC, HANDSHAKE, DATA, HANDSHAKE), chunk);
        assertThat(channel.isOpen()).isFalse();
        channel.releaseInbound();
    }

    @ParameterizedTest
    @CsvSource({
        "'22,20,23,23'", // TLS 1.3
        "'22,20,22,23,23'", // TLS 1.3 with a second ClientHello
        "'22,20,22,23'", // TLS 1.2, a resumed session
    })
    void otherOrdersPass(String types) {
        int[] records = java.util.Arrays.stream(types.split(",", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        send(records(records), 11);
        assertThat(channel.isOpen()).isTrue();
        channel.releaseInbound();
    }
}
