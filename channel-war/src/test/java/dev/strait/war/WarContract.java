package dev.strait.war;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A WAR with channel-war needs no deployment code. The tests are the same for all containers. */
public abstract class WarContract {

    /** Starts the container and deploys the WAR as {@code /app}. */
    protected abstract void start(Path base, Path war) throws Exception;

    protected abstract int port();

    /** Stops the application, not the container. */
    protected abstract void stopApplication() throws Exception;

    protected abstract void stop() throws Exception;

    @BeforeEach
    final void deploy(@TempDir Path base) throws Exception {
        start(base, War.create(base));
    }

    @AfterEach
    final void end() throws Exception {
        stop();
    }

    @Test
    final void generatedEndpointsAreDeployed() {
        WarClient client = new WarClient(port(), "/app/ws/echo/hall");
        client.send("{\"type\":\"call\",\"text\":\"hello\"}");
        assertThat(client.first()).isEqualTo("{\"type\":\"answer\",\"text\":\"hello\"}");
    }

    @Test
    final void handwrittenEndpointsAreLeftAlone() {
        WarClient client = new WarClient(port(), "/app/by-hand");
        client.send("hello");
        assertThat(client.first()).isEqualTo("by hand: hello");
    }

    @Test
    final void theHubClosesWithTheApplication() throws Exception {
        WarClient client = new WarClient(port(), "/app/ws/echo/hall");
        client.send("{\"type\":\"call\",\"text\":\"hello\"}");
        client.first();
        stopApplication();
        assertThat(client.closeCode()).isEqualTo(1012);
    }

    @Test
    final void theHubAndItsEndpointsCanBeCustomized() {
        WarClient client = new WarClient(port(), "/app/ws/echo/hall", "https://app.example.com");
        client.send("{\"type\":\"$hello\"}");
        assertThat(client.first()).contains("\"maxMessageBytes\":4321");
    }

    @Test
    final void aRefusedHandshakeIsAnsweredWithItsStatus() {
        assertThatThrownBy(() -> new WarClient(port(), "/app/ws/echo/hall", "https://evil.example.com"))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(403));
    }

    @Test
    final void theAddressOfTheClientIsKnown() {
        WarClient client = new WarClient(port(), "/app/ws/echo/address");
        client.send("{\"type\":\"call\",\"text\":\"address\"}");
        assertThat(client.first()).isEqualTo("{\"type\":\"answer\",\"text\":\"127.0.0.1\"}");
    }
}
