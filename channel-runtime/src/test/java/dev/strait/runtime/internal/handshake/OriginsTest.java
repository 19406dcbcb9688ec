package dev.strait.runtime.internal.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OriginsTest {

    @Test
    void theSameOriginAndAllowedOriginsAreAccepted() {
        Origins origins = new Origins(Set.of("https://app.example.com"));
        assertThat(origins.accepts(List.of(), "any:1", false)).isTrue();
        assertThat(origins.accepts(List.of("https://app.example.com"), "other:8080", false))
                .isTrue();
        assertThat(origins.accepts(List.of("http://localhost:8080"), "localhost:8080", false))
                .isTrue();
        assertThat(origins.accepts(List.of("http://LOCALHOST"), "localhost:80", false))
                .isTrue();
        assertThat(origins.accepts(List.of("https://example.com"), "example.com", false))
                .isTrue();
        assertThat(origins.accepts(List.of("http://[::1]:8080"), "[::1]:8080", false))
                .isTrue();
    }

    @Test
    void otherOriginsAreRejected() {
        Origins origins = new Origins(Set.of("https://app.example.com"));
        for (String origin : List.of(
                "http://localhost:8081",
                "http://localhost.evil.com:8080",
                "https://localhost",
                "http://app.example.com",
                "https://app.example.com.evil.com",
                "null",
                "file://",
                "",
                "%%%")) {
            assertThat(origins.accepts(List.of(origin), "localhost:8080", false))
                    .as(origin)
                    .isFalse();
        }
        assertThat(origins.accepts(List.of("http://localhost:8080"), null, false))
                .isFalse();
    }

    @Test
    void anOriginWithoutTlsIsRejectedByAServerWithTls() {
        Origins origins = new Origins(Set.of());
        assertThat(origins.accepts(List.of("http://bank.example"), "bank.example", true))
                .isFalse();
        assertThat(origins.accepts(List.of("https://bank.example"), "bank.example", true))
                .isTrue();
        // Behind a proxy that terminates TLS, the server sees plain HTTP.
        assertThat(origins.accepts(List.of("https://bank.example"), "bank.example", false))
                .isTrue();
    }

    @Test
    void severalOriginsAreRejectedAndAStarAllowsAll() {
        Origins any = new Origins(Set.of("*"));
        assertThat(any.accepts(List.of("https://anything"), "localhost", false)).isTrue();
        assertThat(any.accepts(List.of("https://a", "https://b"), "localhost", false))
                .isFalse();
        assertThat(new Origins(Set.of()).accepts(List.of("http://a", "http://a"), "a", false))
                .isFalse();
    }
}
