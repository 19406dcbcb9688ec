import dev.strait.Channel;

@Channel("/a")
interface Target { // error: STRAIT-118, STRAIT-118, STRAIT-118
    sealed interface ToServer {}

    record Aim(S at, Members members) implements ToServer {}
}

record S(int a) {}

record Members(int a) {}
