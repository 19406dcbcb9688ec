package bad;

import dev.strait.Ask;
import dev.strait.Channel;
import dev.strait.Type;

@Channel("/a")
interface WireNames {
    sealed interface ToServer {
        interface One {
            record Move(int x) implements ToServer {}
        }

        interface Two {
            @Type("move2")
            record Move(int x) implements ToServer {} // error: STRAIT-135
        }
    }

    sealed interface ToClient {}

    record Said(String text) implements ToClient {}

    @Type("said")
    record Told(String text) implements ToClient {} // error: STRAIT-131

    @Type("SAID")
    record Shouted(String text) implements ToClient {} // error: STRAIT-132

    record Notify() implements ToClient {} // error: STRAIT-134

    record Default(int a) implements ToClient {} // error: STRAIT-134

    record Leave(String who) implements ToClient {} // error: STRAIT-134

    record Except(String[] ids) implements ToClient {} // error: STRAIT-134

    record ExceptUsers(String name) implements ToClient {} // error: STRAIT-134
}

@Channel("/b")
interface Reserved {
    sealed interface ToClient {}

    @Type("$said") // error: STRAIT-133
    record Said(String text) implements ToClient {}

    @Type("") // error: STRAIT-139
    record Told(String text) implements ToClient {}
}

@Channel("/c")
interface Asks {
    sealed interface ToServer {}

    record Bid(int cents) implements ToServer, Ask<String> {} // error: STRAIT-136

    sealed interface Question extends ToServer, Ask<Bid> {}

    record WhoLeads() implements Question {}

    record Texts() implements ToServer, Ask<java.util.List<String>> {} // error: STRAIT-136

    record Twins() implements ToServer, Ask<Twins.Answer> {
        sealed interface Answer {}

        interface One {
            record Yes() implements Answer {}
        }

        interface Two {
            record Yes() implements Answer {} // error: STRAIT-131
        }

        @Type("$no") // error: STRAIT-133
        record No() implements Answer {}

        final class Maybe implements Answer {} // error: STRAIT-106
    }

    record Draws(Shape shape) implements ToServer {}

    sealed interface Shape {}

    record Circle() implements Shape {}

    @Type("circle")
    record Round() implements Shape {} // error: STRAIT-131
}

@Channel("/untyped")
interface Untyped {
    sealed interface ToServer {}

    sealed interface ToClient {}

    @Type("")
    record Only(Shape shape) implements ToServer {}

    @Type("") // error: STRAIT-139
    record First(int a) implements ToClient {}

    record Second(int b) implements ToClient {}

    sealed interface Shape {}

    @Type("") // error: STRAIT-139
    record Circle(int radius) implements Shape {}
}
