package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.spi.ChannelContract;
import org.junit.jupiter.api.Test;

/** The path of a room, as clients request it. */
class RoomPathTest {

    private static final Game.Room ROOM = new Game.Room(Game.Kind.GO, 7);

    @Test
    void theComponentsReplaceTheVariablesOfTheirNames() {
        assertThat(GameCodec.CONTRACT.pathOf(ROOM)).isEqualTo("/ws/game/GO/7");
        ChannelContract<Game.Room, ?, ?> reversed = ChannelContract.builder("Game", new GameCodec())
                .path("/tables/{table}/of/{kind}")
                .roomComponents("kind", "table")
                .build();
        assertThat(reversed.pathOf(ROOM)).isEqualTo("/tables/7/of/GO");
        assertThat(reversed.pathOf("/other/{kind}/{table}", ROOM)).isEqualTo("/other/GO/7");
    }

    @Test
    void charactersThatAPathDoesNotAllowAreEncoded() {
        assertThat(ChatCodec.CONTRACT.pathOf(new Chat.Room("caf\u00e9 & 50%/x~")))
                .isEqualTo("/ws/chat/caf%C3%A9%20%26%2050%25%2Fx~");
    }

    @Test
    void aRoomThatThePathDoesNotNameHasNone() {
        assertThatThrownBy(() -> LobbyCodec.CONTRACT.pathOf("red"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The path of dev.strait.tests.Lobby does not name a room.");
        assertThatThrownBy(() -> ChatCodec.CONTRACT.pathOf(new Chat.Room("")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
