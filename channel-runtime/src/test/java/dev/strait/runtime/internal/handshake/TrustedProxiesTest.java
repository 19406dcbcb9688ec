package dev.strait.runtime.internal.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies(List.of("127.0.0.1", "10.0.0.0/8", "2001:db8::/32"));

    private String client(Object peer, String... forwarded) {
        return proxies.client(peer, Map.of("X-Forwarded-For", List.of(forwarded)))
                .map(ClientAddress::text)
                .orElseThrow();
    }

    @Test
    void theHeadersOfOthersAreIgnored() {
        assertThat(client("192.0.2.1", "198.51.100.7")).isEqualTo("192.0.2.1");
        assertThat(proxies.isForwardedWithTls("192.0.2.1", Map.of("X-Forwarded-Proto", List.of("https"))))
                .isFalse();
    }

    @Test
    void theRightMostAddressThatIsNoProxyIsTheClient() {
        assertThat(client("127.0.0.1", "198.51.100.7")).isEqualTo("198.51.100.7");
        assertThat(client("127.0.0.1", "6.6.6.6, 198.51.100.7, 10.1.2.3")).isEqualTo("198.51.100.7");
        assertThat(client("127.0.0.1", "6.6.6.6, 198.51.100.7", "10.1.2.3")).isEqualTo("198.51.100.7");
        assertThat(client("127.0.0.1", "10.9.9.9")).isEqualTo("10.9.9.9");
        assertThat(client("127.0.0.1", "[2001:470::1]:4711, 10.1.2.3:80")).isEqualTo("2001:470:0:0:0:0:0:1");
        assertThat(client("127.0.0.1", "198.51.100.7, unknown")).isEqualTo("127.0.0.1");
        assertThat(client("127.0.0.1")).isEqualTo("127.0.0.1");
    }

    @Test
    void peersAreReadAsContainersReportThem() {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        for (Object peer : List.of("127.0.0.1", "/127.0.0.1:4711", loopback, new InetSocketAddress(loopback, 4711))) {
            assertThat(client(peer, "198.51.100.7")).as("%s", peer).isEqualTo("198.51.100.7");
        }
        assertThat(client("a-name", "198.51.100.7")).isEqualTo("a-name");
        assertThat(proxies.client(null, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"https,true", "'https, https',true", "http,false", "'https, http',false", "'',false"})
    void theClientUsedTlsIfAllProxiesSaySo(String schemes, boolean isTls) {
        assertThat(proxies.isForwardedWithTls("10.0.0.1", Map.of("X-Forwarded-Proto", List.of(schemes))))
                .isEqualTo(isTls);
    }

    @Test
    void addressesOfOneIpv6NetworkCountAsOne() {
        ClientAddress first = proxies.client("2001:470:1:2::1", Map.of()).orElseThrow();
        ClientAddress second = proxies.client("2001:470:1:2:ffff::9", Map.of()).orElseThrow();
        ClientAddress other = proxies.client("2001:470:1:3::1", Map.of()).orElseThrow();
        assertThat(first.network()).isEqualTo(second.network()).isNotEqualTo(other.network());
        assertThat(proxies.client("::ffff:192.0.2.1", Map.of()).orElseThrow().network())
                .isEqualTo("192.0.2.1");
    }

    @Test
    void addressesThatATranslatorMakesOfIpv4CountOneByOne() {
        ClientAddress first = proxies.client("64:ff9b::192.0.2.1", Map.of()).orElseThrow();
        ClientAddress second = proxies.client("64:ff9b::192.0.2.2", Map.of()).orElseThrow();
        assertThat(first.network()).isNotEqualTo(second.network()).doesNotContain("/64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/x",
                "/8",
                "10.0.0",
                "::1/129",
                "1.2.3.4.5"
            })
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + text
                        + "\" is neither an IP address nor a network. Write it like \"127.0.0.1\" or \"10.0.0.0/8\".");
    }
}
