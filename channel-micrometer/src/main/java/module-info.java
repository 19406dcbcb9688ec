import org.jspecify.annotations.NullMarked;

/** Meters of a hub for Micrometer. */
@NullMarked
module dev.strait.micrometer {
    requires transitive dev.strait.runtime;
    requires transitive micrometer.core;
    requires static transitive org.jspecify;

    exports dev.strait.micrometer;
}
