package bad;

import dev.strait.Channel;

@Channel("/a")
interface UnusedRecords {
    sealed interface ToClient {}

    record Line(int a) {}

    record Said(Line held) implements ToClient {}

    record Unused(String text) {} // warning: STRAIT-181

    @SuppressWarnings("STRAIT-181")
    record Draft(String text) {}
}
