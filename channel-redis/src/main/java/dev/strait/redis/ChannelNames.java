package dev.strait.redis;

import dev.strait.runtime.spi.Backplane.Topic;

/**
 * The names of the pub/sub channels of topics, such as {@code strait:c:{42}R:com.acme.Chat:lobby}. The part in braces is a hash,
 * by which a cluster would choose the shard.
 */
final class ChannelNames {

    private static final int SHARDS = 128;

    private final String prefix;

    ChannelNames(String application) {
        this.prefix = application + ":c:{";
    }

    String of(Topic topic) {
        char kind = topic.kind().name().charAt(0);
        int hash = Math.floorMod(31 * topic.channel().hashCode() + topic.name().hashCode(), SHARDS);
        return prefix + hash + '}' + kind + ':' + topic.channel() + ':' + topic.name();
    }
}
