package bad;

import dev.strait.Channel;

@Channel("/a")
interface BrowserNames { // warning: STRAIT-189
    sealed interface ToServer {}

    record Say(int a) implements ToServer {}

    record let(int a) implements ToServer {}
}

@Channel("/b")
interface Own { // warning: STRAIT-189
    sealed interface ToClient {}

    record Messages(int a) implements ToClient {}
}

@SuppressWarnings("STRAIT-189")
@Channel("/c")
interface Suppressed {
    sealed interface ToClient {}

    record Messages(int a) implements ToClient {}
}
