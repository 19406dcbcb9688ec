package bad;

import dev.strait.Channel;

@Channel("/taken")
interface Taken { // error: STRAIT-117
    sealed interface ToServer {}

    record Nudge() implements ToServer {}
}

class TakenRoom {}
