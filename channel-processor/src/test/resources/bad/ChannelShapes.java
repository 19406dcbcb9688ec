package bad;

import dev.strait.Channel;

final class ChannelShapes {

    @Channel("/a")
    static final class NoInterface {} // error: STRAIT-101

    @Channel("/b")
    private interface Hidden { // error: STRAIT-102
        sealed interface ToClient {}

        record Tick() implements ToClient {}
    }

    @Channel("/c")
    interface Generic<T> { // error: STRAIT-103
        sealed interface ToClient {}

        record Tick() implements ToClient {}
    }

    @Channel("/d")
    interface Empty {} // error: STRAIT-104

    @Channel("/e")
    interface Open {
        interface ToServer {} // error: STRAIT-105

        record ToClient() {} // error: STRAIT-105
    }

    interface Base {
        sealed interface ToServer {}

        record Say() implements ToServer {}
    }

    @Channel("/g")
    interface Inherits extends Base { // error: STRAIT-113
        sealed interface ToClient {}

        record Said() implements ToClient {}
    }

    @Channel("/f")
    interface Kinds {
        sealed interface ToServer {}

        final class Plain implements ToServer {} // error: STRAIT-106

        enum Known implements ToServer { // error: STRAIT-106
            A
        }

        non-sealed interface Anything extends ToServer {} // error: STRAIT-106
    }
}
