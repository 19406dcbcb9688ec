package bad;

import dev.strait.Allow;
import dev.strait.Ask;
import dev.strait.Channel;
import dev.strait.Volatile;

@Channel("/a")
@Volatile // error: STRAIT-157
interface Policies {
    sealed interface ToServer {}

    sealed interface ToClient {}

    @Allow(roles = {}) // error: STRAIT-171
    record Say(int a) implements ToServer {}

    @Allow(roles = {"admin", " "}) // error: STRAIT-171
    record Shout(int a) implements ToServer {}

    @Volatile // error: STRAIT-172
    record Bid(int a) implements ToServer, Ask<Bid.Answer> {

        @Allow(roles = "admin") // error: STRAIT-157
        record Answer(int a) {}
    }

    @Allow(roles = "admin")
    @Volatile
    record Both(int a) implements ToServer, ToClient {}

    @Allow(roles = "admin") // error: STRAIT-157
    record Said(Line line) implements ToClient {}

    @Volatile // error: STRAIT-157
    record Line(int a) {}
}
