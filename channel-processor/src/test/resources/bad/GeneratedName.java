package bad;

import dev.strait.Channel;

@Channel("/a")
interface GeneratedName { // error: STRAIT-117
    sealed interface ToServer {}

    record Nudge() implements ToServer {}
}

class GeneratedNameRoom {}
