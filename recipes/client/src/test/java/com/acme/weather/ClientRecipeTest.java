package com.acme.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.client.ClientException;
import dev.strait.client.ClientState;
import dev.strait.client.Sent;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A client works as a Java module, where the Jakarta API is not. */
class ClientRecipeTest {

    @Test
    void theModuleNeedsNothingOfJakarta() {
        assertThat(Weather.class.getModule().isNamed()).isTrue();
        assertThat(ModuleLayer.boot().modules())
                .extracting(Module::getName)
                .noneMatch(name -> name.startsWith("jakarta.websocket"));
    }

    @Test
    void messagesWaitForTheConnection() {
        try (WeatherClient client =
                WeatherClient.at("http://localhost:1").room("Kiel").build()) {
            assertThat(client.state()).isInstanceOf(ClientState.Idle.class);
            assertThat(client.report("rain", Optional.empty())).isEqualTo(Sent.QUEUED);
            assertThatThrownBy(() -> client.report("x".repeat(21), Optional.empty()))
                    .isInstanceOfSatisfying(
                            ClientException.class,
                            invalid -> assertThat(invalid.violations())
                                    .singleElement()
                                    .hasFieldOrPropertyWithValue("path", "/text"));
        }
    }
}
