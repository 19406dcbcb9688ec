package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An application on the module path serves a client. */
class ModulesRecipeTest {

    private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");

    private Process start() throws IOException {
        return new ProcessBuilder(
                        java.toString(),
                        "-p",
                        System.getProperty("classes") + File.pathSeparator + System.getProperty("libraries"),
                        "-m",
                        "com.acme.echo/com.acme.Main")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void theChannelIsServed() throws Exception {
        Process application = start();
        try (BufferedReader output = application.inputReader(StandardCharsets.UTF_8)) {
            String port = output.readLine();
            assertThat(port).as("the port").isNotNull().matches("\\d+");
            CompletableFuture<String> answer = new CompletableFuture<>();
            HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/echo"), new WebSocket.Listener() {
                        @Override
                        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean isLast) {
                            answer.complete(text.toString());
                            return WebSocket.Listener.super.onText(socket, text, isLast);
                        }
                    })
                    .get(1, TimeUnit.MINUTES)
                    .sendText("{\"type\":\"say\",\"text\":\"hi\"}", true)
                    .get(1, TimeUnit.MINUTES);
            assertThat(answer.get(1, TimeUnit.MINUTES)).isEqualTo("{\"type\":\"said\",\"text\":\"hi\"}");
            application.getOutputStream().close();
            assertThat(application.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(application.exitValue()).isZero();
        } finally {
            application.destroy();
        }
    }
}
