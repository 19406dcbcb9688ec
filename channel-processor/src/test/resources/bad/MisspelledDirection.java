package bad;

import dev.strait.Channel;

@Channel("/a")
interface MisspelledDirection { // error: STRAIT-104
    sealed interface toServer {} // javac's own error is not checked here

    record Say(String text) implements toServer {}
}
