package com.acme;

import dev.strait.Channel;
import dev.strait.Type;

/** A record with a constructor of its own. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
@Channel("/ws/constructors")
public interface Constructors {
    sealed interface ToServer {}

    /** A record with a constructor of its own. */
    @Type("range:set")
    record Range(int from, int to) implements ToServer {
        public Range {
            if (from > to) {
                throw new IllegalArgumentException("from must not be beyond to");
            }
        }
    }
}
