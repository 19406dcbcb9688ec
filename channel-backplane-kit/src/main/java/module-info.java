import org.jspecify.annotations.NullMarked;

/** An engine in memory, and the tests that each backplane passes. */
@NullMarked
module dev.strait.backplane {
    requires transitive dev.strait.runtime;
    requires static transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;

    exports dev.strait.backplane;
}
