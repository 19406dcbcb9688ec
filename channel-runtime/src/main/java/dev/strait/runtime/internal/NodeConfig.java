package dev.strait.runtime.internal;

import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.Limits;
import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.TimeSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a hub was built with. */
public record NodeConfig(
        Limits limits,
        @Nullable ChannelListener listener,
        Backplane backplane,
        TimeSource time,
        Set<String> origins,
        HandlerThreads threads,
        boolean isStandardApiOnly) {}
