package dev.strait.tests.zoo;

import dev.strait.Ask;
import dev.strait.Channel;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** Every message from clients has a maximum size. */
@Channel("/ws/bounded/{room}")
interface Bounded {
    sealed interface ToServer {}

    sealed interface ToClient {}

    record Room(@Size(max = 9) String room) {}

    record Say(
            @Size(max = 10) String text,
            @Size(max = 2) List<@Pattern(regexp = "[a-z]{3}") String> tags,
            Optional<Integer> number)
            implements ToServer {}

    record Well(String how) implements ToClient, Ask<Well.Yes> {
        record Yes(boolean so) {}
    }
}
