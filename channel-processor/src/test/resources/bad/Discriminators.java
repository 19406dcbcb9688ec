package bad;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.strait.Ask;
import dev.strait.Channel;
import dev.strait.Discriminator;
import dev.strait.Name;

@Channel("/a")
@Discriminator("$kind") // error: STRAIT-140
interface Discriminators {
    sealed interface ToClient {}

    @Discriminator("kind") // error: STRAIT-157
    record Drawn(Shape shape) implements ToClient {}

    @Discriminator("") // error: STRAIT-140
    sealed interface Shape {}

    record Circle(int radius) implements Shape {}
}

@Channel("/b")
@Discriminator("kind")
interface Taken {
    @Discriminator("event")
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Draw(String event) implements ToServer {} // error: STRAIT-160

    record Ask1(String type) implements ToServer, Ask<Answer> {} // error: STRAIT-141

    record Answer(@Name(alias = "kind") String sort) {} // error: STRAIT-160

    record Drawn(Shape shape, Line line, Plain plain) implements ToClient {}

    sealed interface Shape {}

    record Circle(String type, @Name("kind") String sort) implements Shape {} // error: STRAIT-160

    @Discriminator("type")
    sealed interface Line {}

    record Dashed(String kind, String type) implements Line {} // error: STRAIT-160

    record Plain(String type, String kind) {}
}

@Channel("/c")
@Discriminator("kind")
interface Foreign {
    sealed interface ToClient {}

    record Drawn(
            Shape shape,
            Line line,
            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind") Shape same,
            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) Shape other) // error: STRAIT-157
            implements ToClient {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    sealed interface Shape {}

    record Circle(int radius) implements Shape {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type") // error: STRAIT-157
    sealed interface Line {}

    record Dashed(int length) implements Line {}
}

@Channel("/d")
interface Groups {
    sealed interface ToClient {}

    @Discriminator("op") // error: STRAIT-157
    sealed interface Admin extends ToClient {}

    record Kick(Shape shape, Round round) implements Admin {}

    sealed interface Shape {}

    @Discriminator("kind")
    sealed interface Round extends Shape {}

    @Discriminator("sort") // error: STRAIT-157
    sealed interface Square extends Shape {}

    record Circle(int radius) implements Round {}

    record Box(int side) implements Square {}

    record Ask1() implements ToClient, Ask<Verdict> {}

    record Ask2() implements ToClient, Ask<Wrong> {}

    sealed interface Verdict {}

    @Discriminator("how")
    sealed interface Wrong extends Verdict {}

    record Low() implements Wrong {}
}
