package dev.strait.runtime.internal.node;

import dev.strait.runtime.Authenticator;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.Limits;
import dev.strait.runtime.internal.cluster.NodeId;
import dev.strait.runtime.internal.handshake.Hosts;
import dev.strait.runtime.internal.handshake.Origins;
import dev.strait.runtime.internal.handshake.TrustedProxies;
import dev.strait.runtime.internal.work.HandlerThreads;
import dev.strait.runtime.internal.work.Ids;
import dev.strait.runtime.internal.work.NodeTimer;
import dev.strait.runtime.internal.work.WorkThreads;
import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.HandlerInterceptor;
import dev.strait.runtime.spi.HandshakeAttributes;
import dev.strait.runtime.spi.TimeSource;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of a hub. */
public record NodeConfig(
        Limits limits,
        List<ChannelListener> listeners,
        List<HandlerInterceptor> interceptors,
        List<HandshakeAttributes> attributes,
        Backplane backplane,
        TimeSource time,
        Clock wallClock,
        @Nullable Authenticator authenticator,
        Origins origins,
        Hosts hosts,
        TrustedProxies proxies,
        NodeId id,
        String name,
        Ids ids,
        HandlerThreads handlers,
        WorkThreads work,
        NodeTimer timer,
        boolean isStandardApiOnly) {}
