package bad;

import dev.strait.Channel;
import dev.strait.Type;

/** Mistakes of every stage in one contract: all are reported at once. */
@Channel("/a/{rom}")
interface AllAtOnce { // error: STRAIT-123
    sealed interface ToServer {} // error: STRAIT-104

    sealed interface ToClient {}

    record Room(String room) {}

    record Said(Object text) implements ToClient {} // error: STRAIT-143

    @Type("said")
    record Told(String text) implements ToClient {} // error: STRAIT-131

    record Notify(Object what) implements ToClient {} // error: STRAIT-143

    record Wait() implements ToClient {} // error: STRAIT-134
}
