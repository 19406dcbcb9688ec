package com.acme.weather;

import dev.strait.Ask;
import dev.strait.Channel;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The weather of a town. */
@Channel("/ws/weather/{town}")
public interface Weather {

    record Room(@Size(min = 1, max = 40) String town) {}

    sealed interface ToServer {}

    sealed interface ToClient {}

    record Report(@Size(max = 20) String text, Optional<@Size(max = 20) String> author) implements ToServer {}

    record Forecast(int hours) implements ToServer, Ask<Forecast.Answer> {

        public record Answer(@Nullable String text) {}
    }

    record Changed(double degrees, @Nullable String text) implements ToClient {}
}
