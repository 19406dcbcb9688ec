package bad;

import dev.strait.Channel;

final class TwoWrongOneRight {

    @Channel("/right")
    interface Right {
        sealed interface ToClient {}

        record Tick(int at) implements ToClient {}
    }

    @Channel("/one")
    interface One {
        sealed interface ToServer {}

        record Say(Object text, Thread thread) implements ToServer {} // error: STRAIT-143, STRAIT-143
    }

    @Channel("two") // error: STRAIT-121
    interface Two {
        sealed interface ToServer {}

        record Say(String text) implements ToServer {}
    }
}
