package dev.strait.runtime.internal.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {

    @Test
    void allHostsAreAcceptedByDefault() {
        Hosts any = new Hosts(Set.of());
        assertThat(any.accepts("evil.example.com")).isTrue();
        assertThat(any.accepts(null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "chat.example.com, true",
        "CHAT.example.com, true",
        "chat.example.com:8443, true",
        "chat.example.com., false",
        "chat.example.com.evil.com, false",
        "evil.com, false",
        "localhost:8080, true",
        "localhost:80801, false",
        "localhost, false",
        "[::1], true",
        "[::1]:8080, true",
        "[::2], false",
        "b\u00fccher.example, false",
        "xn--bcher-kva.example, true",
        "'', false"
    })
    void onlyTheNamedHostsAreAccepted(String host, boolean isAccepted) {
        Hosts hosts = new Hosts(List.of("Chat.Example.com", "localhost:8080", "[::1]", "b\u00fccher.example"));
        assertThat(hosts.accepts(host)).isEqualTo(isAccepted);
        assertThat(hosts.accepts(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://a.example.com",
                "a.example.com/chat",
                "*.example.com",
                "a b",
                "a:99999",
                "::1",
                "a:443",
                "a:80"
            })
    void whatIsNoHostIsRefused(String host) {
        assertThatThrownBy(() -> new Hosts(List.of(host)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a host");
    }
}
