package dev.strait.tests.zoo;

import dev.strait.Channel;
import dev.strait.Type;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A game: unions in messages and in each other, arrays and bytes. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183", "ArrayRecordComponent"})
@Channel("/ws/board/{table}/{seat}")
interface Board {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Room(@Positive int table, Seat seat) {}

    enum Seat {
        NORTH,
        SOUTH
    }

    sealed interface Shape {}

    record Circle(@Positive int radius) implements Shape {}

    sealed interface Polygon extends Shape {}

    record Square(@PositiveOrZero int side) implements Polygon {}

    @Type("poly")
    record Free(@NotEmpty @Size(max = 8) List<Point> corners) implements Polygon {}

    record Nothing() implements Shape {}

    record Point(
            @Min(-100) @Max(100) int x, @Min(-100) @Max(100) int y) {}

    record Draw(Shape shape, Point at) implements ToServer {}

    record Fence(Polygon around, @Nullable Polygon inner, Optional<Shape> gate) implements ToServer {}

    record Scene(
            @Size(max = 9) List<Shape> shapes,
            Map<String, Shape> byName,
            Set<Polygon> polygons,
            Shape[] more,
            List<@Nullable Shape> gaps)
            implements ToServer {}

    record Arrays(
            @Size(max = 4) int[] numbers,
            double[] rough,
            boolean[] flags,
            char[] letters,
            @Size(min = 1) String[] texts,
            Point[] points,
            long[][] grid,
            @Nullable String[] holes,
            Seat[] seats)
            implements ToServer {}

    record Picture(@NotEmpty @Size(max = 1024) byte[] png, byte @Nullable [] mask, List<byte[]> tiles)
            implements ToServer {}

    record Words(
            Collection<@Size(max = 9) String> some,
            @Size(max = 2) Collection<Integer> few) implements ToServer {}

    record Drawn(Shape shape, long by) implements ToClient {}
}
