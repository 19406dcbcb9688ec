package bad;

import dev.strait.Channel;

@Channel("/a")
interface GeneratedName { // error: STRAIT-117
    sealed interface ToServer {}

    record Nudge() implements ToServer {}
}

class GeneratedNameRoom {}

final class Outer {
    @Channel("/b")
    interface Chat {
        sealed interface ToServer {}

        record Nudge() implements ToServer {}
    }
}

@Channel("/c")
interface Outer_Chat { // error: STRAIT-117
    sealed interface ToServer {}

    record Nudge() implements ToServer {}
}

final class House {
    @Channel("/d")
    interface Hall { // error: STRAIT-117
        sealed interface ToServer {}

        record Nudge() implements ToServer {}
    }
}

class House_HallHandler {}
