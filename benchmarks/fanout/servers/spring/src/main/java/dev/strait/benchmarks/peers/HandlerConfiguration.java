package dev.strait.benchmarks.peers;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import tools.jackson.databind.ObjectMapper;

@Configuration
@EnableWebSocket
class HandlerConfiguration implements WebSocketConfigurer {

    private final ObjectMapper mapper;

    HandlerConfiguration(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(new ChatHandler(mapper), "/ws/chat/{room}");
    }
}
