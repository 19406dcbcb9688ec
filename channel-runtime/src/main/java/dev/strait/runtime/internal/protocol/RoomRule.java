package dev.strait.runtime.internal.protocol;

import dev.strait.runtime.spi.ChannelContract;
import java.util.function.Consumer;

/** Checks that clients can choose their rooms. */
final class RoomRule {

    private RoomRule() {}

    static void check(String protocol, ChannelContract<?, ?, ?> contract, Consumer<String> problems) {
        if (!contract.hasRooms()) {
            problems.accept(
                    protocol + "'s clients choose their rooms, but this channel has none. Remove rooms = false from "
                            + "its contract.");
        }
        if (contract.isPathBound()) {
            problems.accept(protocol + "'s clients choose their rooms, but the path of this channel names the room. "
                    + "Use a contract without variables in its path, such as @Channel(\"/ws/chat\").");
        }
    }
}
