package dev.strait.runtime.internal.protocol;

import dev.strait.runtime.spi.ChannelContract;
import java.util.function.Consumer;

/** Checks that clients can choose their rooms: the path of the channel must not name a room. */
final class PathRule {

    private PathRule() {}

    static void check(String protocol, ChannelContract<?, ?, ?> contract, Consumer<String> problems) {
        if (contract.isPathBound()) {
            problems.accept(protocol + "'s clients choose their rooms, but the path of this channel names the room. "
                    + "Use a contract without variables in its path, such as @Channel(\"/ws/chat\").");
        }
    }
}
