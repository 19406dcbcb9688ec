package dev.strait.tests;

import dev.strait.Ask;
import dev.strait.Channel;
import dev.strait.Discriminator;
import dev.strait.Name;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Messages of another system, which names its records with properties other than {@code type}. */
@Channel(value = "/ws/drawing", strict = true)
@Discriminator("kind")
interface Drawing {
    sealed interface ToServer {}

    @Discriminator("event-name")
    sealed interface ToClient {}

    record Draw(@Size(max = 10) List<Shape> shapes, Meta meta) implements ToServer {}

    record Count() implements ToServer, Ask<Counted> {}

    record Drawn(@Size(max = 10) List<Shape> shapes) implements ToClient {}

    record Counted(int shapes) {}

    sealed interface Shape {}

    record Circle(int radius, @Size(max = 20) String type) implements Shape {}

    record Group(
            @Size(max = 10) List<Shape> shapes,
            @Size(max = 10) List<Line> lines) implements Shape {}

    @Discriminator("type")
    sealed interface Line {}

    record Dashed(int length, @Size(max = 20) String kind) implements Line {}

    /** Neither a message nor a variant, so any name will do. */
    record Meta(
            @Size(max = 20) String type,
            @Name("kind") @Size(max = 20) String sort) {}
}
