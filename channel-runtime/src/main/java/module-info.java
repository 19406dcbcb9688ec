import org.jspecify.annotations.NullMarked;

/** The runtime of Strait: connections, rooms, sending, and the interfaces that generated code calls. */
@NullMarked
module dev.strait.runtime {
    requires transitive dev.strait.annotations;
    requires static transitive org.jspecify;
    requires static jakarta.websocket;
    requires static jakarta.websocket.client;
    // For @Generated in generated code.
    requires static transitive java.compiler;
    requires java.management;
    requires static jdk.jfr;
    requires static com.fasterxml.jackson.core;
    requires static com.fasterxml.jackson.databind;
    // Containers with a transport of their own.
    requires static org.eclipse.jetty.util;
    requires static org.eclipse.jetty.websocket.core.common;
    requires static undertow.core;
    requires static undertow.websockets.jsr;
    requires static xnio.api;

    exports dev.strait.runtime;
    exports dev.strait.runtime.json;
    exports dev.strait.runtime.spi;
    exports dev.strait.runtime.spi.codec;
}
