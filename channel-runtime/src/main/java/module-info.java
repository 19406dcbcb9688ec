import org.jspecify.annotations.NullMarked;

/** The runtime of Strait: connections, rooms, sending, and what generated code calls. */
@NullMarked
module dev.strait.runtime {
    requires transitive dev.strait.annotations;
    requires static transitive org.jspecify;
    requires static transitive jakarta.websocket;
    requires static transitive jakarta.websocket.client;
    requires com.fasterxml.jackson.core;
    requires static transitive com.fasterxml.jackson.databind;

    exports dev.strait.runtime;
    exports dev.strait.runtime.codec;
    exports dev.strait.runtime.spi;
}
