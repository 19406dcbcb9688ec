package dev.strait.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.Handshake;
import dev.strait.spring.app.Board;
import dev.strait.spring.app.BoardConnection;
import dev.strait.spring.app.BoardHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A WebFlux application serves its channels on a port of their own. */
@ExtendWith(OutputCaptureExtension.class)
class WebFluxTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class App {
        @Bean
        BoardHandler<String> board() {
            return new BoardHandler<>() {
                @Override
                public String open(Handshake handshake) {
                    return "";
                }

                @Override
                public void onPost(Board.Post post, BoardConnection<String> from) {}
            };
        }
    }

    private static ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(App.class)
                .web(WebApplicationType.REACTIVE)
                .properties("server.port=0")
                .properties(properties)
                .run();
    }

    @Test
    void channelsAreServedOnAPortOfTheirOwn() throws Exception {
        Client.Socket socket;
        try (ConfigurableApplicationContext context = start("strait.server.port=0", "strait.server.host=localhost")) {
            int port = context.getBean(ReactiveBinding.class).port();
            assertThat(port).isNotEqualTo(context.getEnvironment().getProperty("local.server.port", Integer.class));
            socket = new Client(port).connect("/ws/board?hello=1", null);
            socket.send("{\"type\":\"$hello\"}");
            socket.await("$ready");
        }
        assertThat(socket.await("closed")).contains("1012");
    }

    @Test
    void withoutAPortTheApplicationSaysWhatToDo(CapturedOutput output) {
        assertThatThrownBy(() -> start().close()).isInstanceOf(Exception.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("WebFlux has no container for WebSocket endpoints.");
    }
}
