import org.jspecify.annotations.NullMarked;

/** The base of the generated clients for Java, on the JDK's own WebSocket. */
@NullMarked
module dev.strait.client {
    requires transitive dev.strait.runtime;
    requires transitive java.net.http;
    requires static transitive org.jspecify;

    exports dev.strait.client;
}
