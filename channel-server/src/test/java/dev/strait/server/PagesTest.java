package dev.strait.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.server.Pages.Audience;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees the page of channels and the documents. */
class PagesTest {

    private static final InetSocketAddress LOCAL = peer(127, 0, 0, 1);
    private static final InetSocketAddress OTHER = peer(192, 0, 2, 1);

    private static InetSocketAddress peer(int... octets) {
        byte[] address = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            address[i] = (byte) octets[i];
        }
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address), 4711);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Pages pages(Audience audience) {
        return new Pages(audience, () -> List.of("com.acme.Chat", "com.acme.Auction"));
    }

    private static FullHttpRequest request(String uri) {
        FullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, uri);
        request.headers().set("Host", "localhost:8080");
        return request;
    }

    private static boolean isRefused(Pages pages, FullHttpRequest request, InetSocketAddress peer) {
        Answer answer = pages.answer(request, peer);
        return answer != null && ((FullHttpResponse) answer.head()).status().equals(HttpResponseStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/strait/channels.html",
                "/strait/channels.json",
                "/strait/channels/page.css?x",
                "/strait/channels/console.js",
                "/strait/%63hannels.html",
                "/strait/CHANNELS.HTML",
                "/strait/com.acme.Chat.asyncapi.json"
            })
    void onlyBrowsersOnThisMachineSeeThem(String uri) {
        assertThat(isRefused(pages(Audience.THIS_MACHINE), request(uri), OTHER)).isTrue();
        assertThat(isRefused(pages(Audience.THIS_MACHINE), request(uri), LOCAL)).isFalse();
        assertThat(isRefused(pages(Audience.NO_ONE), request(uri), LOCAL)).isTrue();
        assertThat(isRefused(pages(Audience.EVERYONE), request(uri), OTHER)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"})
    void aProxyOnThisMachineIsNoBrowser(String header) {
        FullHttpRequest request = request("/strait/channels.html");
        request.headers().set(header, "192.0.2.1");
        assertThat(isRefused(pages(Audience.THIS_MACHINE), request, LOCAL)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "evil.example:8080", ""})
    void aSiteThatResolvesToThisMachineIsRefused(String host) {
        FullHttpRequest request = request("/strait/channels.html");
        request.headers().set("Host", host);
        assertThat(isRefused(pages(Audience.THIS_MACHINE), request, LOCAL)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]:8080", "LOCALHOST"})
    void namesOfThisMachineAreAllowed(String host) {
        FullHttpRequest request = request("/strait/channels.html");
        request.headers().set("Host", host);
        assertThat(isRefused(pages(Audience.THIS_MACHINE), request, LOCAL)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/strait/strait.js",
                "/strait/com.acme.Chat.js",
                "/strait/channels.Talk.js",
                "/channels/other",
                "/%zz"
            })
    void otherFilesAreLeftAlone(String uri) {
        assertThat(pages(Audience.NO_ONE).answer(request(uri), OTHER)).isNull();
    }

    @Test
    void theShortAddressLeadsToThePage() {
        Answer answer = Objects.requireNonNull(pages(Audience.THIS_MACHINE).answer(request("/channels"), LOCAL));
        assertThat(answer.head().headers().get("Location")).isEqualTo("strait/channels.html");
        assertThat(pages(Audience.NO_ONE).answer(request("/channels"), LOCAL)).isNull();
    }

    @Test
    void theListHasTheChannelsOfTheHub() {
        Answer answer =
                Objects.requireNonNull(pages(Audience.THIS_MACHINE).answer(request("/strait/channels.json"), LOCAL));
        assertThat(((FullHttpResponse) answer.head()).content().toString(StandardCharsets.UTF_8))
                .isEqualTo("[\"com.acme.Chat\",\"com.acme.Auction\"]");
    }
}
