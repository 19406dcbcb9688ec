package bad;

import dev.strait.Channel;

@Channel("/a")
interface Misspelt { // error: STRAIT-104
    sealed interface toServer {} // the compiler's own error is not looked at here

    record Say(String text) implements toServer {}
}
