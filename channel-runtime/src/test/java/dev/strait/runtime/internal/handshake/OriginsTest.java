package dev.strait.runtime.internal.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource({
        "http://my_app:8080, my_app:8080",
        "http://a.b-c_d.internal, a.b-c_d.internal",
        "http://web-, web-",
        "http://-web, -web:80",
        "http://192.168.0.1:8080, 192.168.0.1:8080",
        "http://xn--mnchen-3ya.example, M\u00dcNCHEN.example",
        "http://1.example, 1.EXAMPLE:80",
    })
    void hostsAreComparedAsText(String origin, String host) {
        assertThat(new Origins(Set.of()).accepts(List.of(origin), host, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com/",
                "HTTPS://App.Example.COM",
                "https://app.example.com:443",
                " https://app.example.com "
            })
    void spellingsOfOneOriginAreNormalized(String allowed) {
        assertThat(new Origins(List.of(allowed)).accepts(List.of("https://app.example.com"), "other", true))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "app.example.com",
                "https://a.example,https://b.example",
                "https://a.example https://b.example",
                "https://*.example.com",
                "https://app.example.com/chat",
                "https://app.example.com?x",
                "https://ann@app.example.com",
                "https://app.example.com:99999",
                "https://",
                "//app.example.com"
            })
    void originsThatCanNeverMatchAreRefused(String allowed) {
        assertThatThrownBy(() -> new Origins(List.of(allowed)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not an origin that a browser sends");
    }

    @Test
    void originsOfAppsAndOpaqueOriginsCanBeAllowed() {
        Origins origins = new Origins(List.of("capacitor://localhost", "chrome-extension://abc", "null"));
        assertThat(origins.accepts(List.of("capacitor://localhost"), "a", true)).isTrue();
        assertThat(origins.accepts(List.of("chrome-extension://abc"), "a", true))
                .isTrue();
        assertThat(origins.accepts(List.of("null"), "a", true)).isTrue();
        assertThat(origins.accepts(List.of("file://"), "a", true)).isFalse();
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
