import org.jspecify.annotations.NullMarked;

/** The base of the generated test kits. */
@NullMarked
module dev.strait.test {
    requires transitive dev.strait.runtime;
    requires transitive jakarta.websocket;
    requires jakarta.websocket.client;
    requires static transitive org.jspecify;

    exports dev.strait.test;
}
