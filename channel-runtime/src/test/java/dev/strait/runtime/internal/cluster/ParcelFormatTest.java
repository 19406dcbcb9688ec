package dev.strait.runtime.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.ConnectionInfo;
import dev.strait.runtime.spi.Emission;
import dev.strait.runtime.spi.Relay;
import dev.strait.runtime.spi.Selection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Parcels are read as they were written, and nothing else is read. */
class ParcelFormatTest {

    private static final Selection ALL_KINDS = Selection.ofRooms(Set.of("a", "\u00e9/\u2028"))
            .and(Selection.ofUsers(Set.of("ann")))
            .and(Selection.ofConnections(Set.of("12345678.1234567890123456")))
            .except(Set.of("other"))
            .exceptUsers(Set.of("bob", ""));

    private static Emission.Encoded message(String json) {
        return new Emission.Encoded(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Parcel.Emit emit(Object content) {
        return new Parcel.Emit("12345678", Long.MAX_VALUE, new Emission("com.acme.Chat", ALL_KINDS, "said", content));
    }

    private static byte[] utf8(Object content) {
        return ((Emission.Encoded) content).utf8();
    }

    @Test
    void aMessageIsReadAsItWasWritten() throws IOException {
        Parcel.Emit written = emit(message("{\"type\":\"said\",\"text\":\"\u00e9\"}"));
        Parcel.Emit read = (Parcel.Emit) ParcelFormat.read(write(written));
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("emission.message")
                .isEqualTo(written);
        assertThat(utf8(read.emission().message()))
                .isEqualTo(utf8(written.emission().message()));
    }

    @Test
    void everyoneIsSelected() throws IOException {
        Emission toEveryone = new Emission("com.acme.Chat", Selection.ofEveryone(), "said", message("{}"));
        Parcel.Emit read = (Parcel.Emit) ParcelFormat.read(write(new Parcel.Emit("12345678", 1, toEveryone)));
        assertThat(read.to()).isEqualTo(Selection.ofEveryone());
    }

    @Test
    void aRelayMayHaveNoMessage() throws IOException {
        Relay relay = new Relay("room", "from", "[1,2]", null);
        Parcel.Emit read = (Parcel.Emit) ParcelFormat.read(write(emit(relay)));
        assertThat(read.emission().message()).isEqualTo(relay);
    }

    @Test
    void aRelayMayHaveAMessage() throws IOException {
        Relay relay = new Relay("room", "from", "{\"text\":\"hi\"}", message("{\"type\":\"said\"}"));
        Parcel.Emit read = (Parcel.Emit) ParcelFormat.read(write(emit(relay)));
        Relay same = (Relay) read.emission().message();
        assertThat(same.payload()).isEqualTo(relay.payload());
        assertThat(new String(utf8(Objects.requireNonNull(same.message())), StandardCharsets.UTF_8))
                .isEqualTo("{\"type\":\"said\"}");
    }

    @Test
    void aCloseHasItsReason() throws IOException {
        Parcel.Close close =
                new Parcel.Close("12345678", 7, "com.acme.Chat", ALL_KINDS, new CloseReason(4401, "signed out"), 1_500);
        assertThat(ParcelFormat.read(write(close))).isEqualTo(close);
    }

    @Test
    void questionsAndAnswersAreReadAsTheyWereWritten() throws IOException {
        for (Inquiry inquiry : List.of(
                Inquiry.size("a/b"),
                Inquiry.members("a", 7),
                Inquiry.rooms(10_000),
                Inquiry.user("ann", 3),
                Inquiry.info("id"),
                Inquiry.join("a", "id"),
                Inquiry.leave("", "id"))) {
            assertIsReadAsWritten(new Parcel.Question("12345678", 3, "com.acme.Chat", inquiry));
        }
        ConnectionInfo info = ConnectionInfo.builder("id", "com.acme.Chat")
                .path("/ws/chat")
                .rooms(List.of("a", "b"))
                .since(Instant.ofEpochMilli(1_700_000_000_123L))
                .build();
        ConnectionInfo ofUser =
                ConnectionInfo.builder("other", "com.acme.Chat").user("").build();
        Findings findings = new Findings(3, List.of("a", "\u00e9"), List.of(info, ofUser));
        assertIsReadAsWritten(new Parcel.Reply("12345678", 4, 3, findings));
    }

    @Test
    void nodesOfAllVersionsIntroduceThemselves() throws IOException {
        Parcel.Alive alive = new Parcel.Alive("12345678", 5, "web-1", 1, 2, Set.of("com.acme.Chat"), true);
        Parcel.Goodbye goodbye = new Parcel.Goodbye("12345678", 6);
        for (Parcel parcel : List.of(alive, goodbye)) {
            assertIsReadAsWritten(parcel);
            assertThat(ParcelFormat.write(parcel, 200, 0)).isEqualTo(write(parcel));
        }
    }

    @Test
    void theBeginningTellsTheOriginAndItsLink() throws IOException {
        byte[] bytes = ParcelFormat.write(new Parcel.Goodbye("12345678", 6), ParcelFormat.NEWEST, 7);
        assertThat(ParcelFormat.sent(bytes)).isEqualTo(new ParcelFormat.Sent("12345678", 7));
    }

    private static void assertIsReadAsWritten(Parcel parcel) throws IOException {
        assertThat(ParcelFormat.read(write(parcel))).isEqualTo(parcel);
    }

    private static byte[] write(Parcel parcel) {
        return ParcelFormat.write(parcel, ParcelFormat.NEWEST, 0);
    }

    @Test
    void fieldsOfANewerVersionAreIgnored() throws IOException {
        byte[] bytes = write(new Parcel.Close("12345678", 7, "com.acme.Chat", ALL_KINDS, new CloseReason(4401, ""), 0));
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 20);
        assertThat(ParcelFormat.read(longer)).isEqualTo(ParcelFormat.read(bytes));
    }

    @Test
    void otherVersionsAndKindsAreRefused() {
        byte[] bytes = write(emit(message("{}")));
        for (int version : new int[] {0, ParcelFormat.NEWEST + 1, 255}) {
            byte[] other = bytes.clone();
            other[0] = (byte) version;
            assertThatThrownBy(() -> ParcelFormat.read(other))
                    .isInstanceOf(IOException.class)
                    .hasMessage("version " + version + ", kind 1");
        }
        byte[] other = bytes.clone();
        other[1] = 99;
        assertThatThrownBy(() -> ParcelFormat.read(other)).hasMessage("kind 99");
    }

    @Test
    void damagedParcelsCostNoMoreThanTheirSize() {
        byte[] bytes = write(emit(message("{\"type\":\"said\"}")));
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            for (int j = 0; j < 3 && damaged.length > 2; j++) {
                damaged[2 + random.nextInt(damaged.length - 2)] = (byte) random.nextInt();
            }
            try {
                ParcelFormat.read(damaged);
            } catch (IOException | IllegalArgumentException refused) {
                assertThat(refused).isNotInstanceOf(OutOfMemoryError.class);
            }
        }
    }
}
