package bad;

import dev.strait.Channel;

@Channel("/a")
interface Forgotten {
    sealed interface ToClient {}

    record Held(int a) {}

    record Said(Held held) implements ToClient {}

    record Told(String text) {} // warning: STRAIT-181

    @SuppressWarnings("STRAIT-181")
    record Meant(String text) {}
}
