package dev.strait.tests;

import dev.strait.Allow;
import dev.strait.Ask;
import dev.strait.Channel;
import dev.strait.Volatile;
import jakarta.validation.constraints.Size;

/** A channel for tests of identities. */
@Channel(value = "/ws/vault", rooms = false)
public interface Vault {

    sealed interface ToServer {}

    sealed interface ToClient {}

    @Allow(roles = {"admin", "owner"})
    record Open(@Size(max = 10) String code) implements ToServer, Ask<Open.Opened> {

        record Opened(String by) {}
    }

    record Look() implements ToServer {}

    @Volatile
    record Point(int x) implements ToServer {}

    record Seen(String user, boolean isAdmin, String token) implements ToClient {}

    @Volatile
    record Pointed(int x) implements ToClient {}
}
