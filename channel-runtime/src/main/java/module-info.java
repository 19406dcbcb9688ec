import org.jspecify.annotations.NullMarked;

/** The runtime of Strait: connections, rooms, sending, and what generated code calls. */
@NullMarked
module dev.strait.runtime {
    requires transitive dev.strait.annotations;
    requires static transitive org.jspecify;
    requires static transitive jakarta.websocket;
    requires static transitive jakarta.websocket.client;
    // Generated code carries @Generated, which is there.
    requires static transitive java.compiler;
    requires static com.fasterxml.jackson.core;
    requires static com.fasterxml.jackson.databind;

    exports dev.strait.runtime;
    exports dev.strait.runtime.codec;
    exports dev.strait.runtime.spi;
}
