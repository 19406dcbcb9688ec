package dev.strait.benchmarks.chat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Chat with Strait on Spring Boot. With {@code -Dchat.metrics=true}, its meters are recorded. */
@SpringBootApplication
public class SpringChatServer {

    public static void main(String[] arguments) {
        SpringApplication.run(SpringChatServer.class, arguments);
    }

    @Bean
    ChatHandler<String> chat() {
        return new ChatService();
    }

    @Bean
    @ConditionalOnProperty("chat.metrics")
    MeterRegistry registry() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }
}
