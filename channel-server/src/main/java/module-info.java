import org.jspecify.annotations.NullMarked;

/** The embedded server of Strait, on Netty and the engine of Tyrus. */
@NullMarked
module dev.strait.server {
    requires transitive dev.strait.runtime;
    requires static org.jspecify;
    requires transitive jakarta.websocket;
    requires transitive jakarta.websocket.client;
    requires org.glassfish.tyrus.core;
    requires org.glassfish.tyrus.server;
    requires org.glassfish.tyrus.spi;
    requires io.netty.buffer;
    requires io.netty.codec;
    requires io.netty.codec.http;
    requires io.netty.common;
    requires io.netty.handler;
    requires io.netty.transport;
    requires io.netty.transport.classes.epoll;
    requires io.netty.transport.unix.common;

    exports dev.strait.server;
}
