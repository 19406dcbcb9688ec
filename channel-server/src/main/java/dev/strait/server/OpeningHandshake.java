package dev.strait.server;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules for requests, and for those that open a WebSocket, before anything else sees them. */
final class OpeningHandshake {

    private static final String VERSION = "13";
    /** 16 bytes in base64. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");
    /** A reg-name, IPv4 or IPv6 address with an optional port (RFC 3986, section 3.2). */
    private static final Pattern HOST =
            Pattern.compile("(?:\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._~!$&'()*+,;=%-]*)(?::[0-9]{0,5})?");

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?#]*)(.*)");

    private OpeningHandshake() {}

    /** Returns whether the request asks for a WebSocket. */
    static boolean isRequested(FullHttpRequest request) {
        return request.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
    }

    /**
     * Brings a target in absolute form into origin form, whose host replaces the Host header (RFC 9112, section 3.2.2).
     */
    static void normalize(FullHttpRequest request) {
        Matcher absolute = ABSOLUTE.matcher(request.uri());
        if (absolute.matches()) {
            String rest = absolute.group(2);
            request.setUri(rest.startsWith("/") ? rest : "/" + rest);
            request.headers().set(HttpHeaderNames.HOST, absolute.group(1));
        }
    }

    /**
     * Returns the response to a request that is not valid HTTP (RFC 9112); null if it is. Called before
     * {@link #normalize}, because the Host header must also be valid if the target has a host of its own.
     */
    @Nullable
    static Answer refuseRequest(FullHttpRequest request) {
        HttpVersion version = request.protocolVersion();
        if (version.majorVersion() != 1 || !version.protocolName().equals("HTTP")) {
            return refusal(HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED, "Use HTTP/1.1.");
        }
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        boolean isHostRequired = version.minorVersion() > 0;
        if (hosts.size() > 1 || (hosts.isEmpty() && isHostRequired)) {
            return refusal(HttpResponseStatus.BAD_REQUEST, "Send one Host header.");
        }
        if (!hosts.isEmpty() && !HOST.matcher(hosts.get(0).strip()).matches()) {
            return refusal(HttpResponseStatus.BAD_REQUEST, "The Host header is invalid.");
        }
        if (!isChunkedOnly(request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING))) {
            return refusal(HttpResponseStatus.NOT_IMPLEMENTED, "Use no transfer coding but chunked.");
        }
        Matcher absolute = ABSOLUTE.matcher(request.uri());
        boolean isValid = absolute.matches()
                ? HOST.matcher(absolute.group(1)).matches()
                : request.uri().startsWith("/") || request.uri().equals("*");
        return isValid ? null : refusal(HttpResponseStatus.BAD_REQUEST, "The request target is invalid.");
    }

    private static boolean isChunkedOnly(List<String> codings) {
        return codings.isEmpty()
                || (codings.size() == 1 && codings.get(0).strip().equalsIgnoreCase("chunked"));
    }

    /** Returns the response to a handshake that is invalid (RFC 6455, section 4.2.1); null if it is valid. */
    @Nullable
    static Answer refuseHandshake(FullHttpRequest request) {
        HttpHeaders headers = request.headers();
        if (!request.method().equals(HttpMethod.GET)) {
            Answer refusal = refusal(HttpResponseStatus.METHOD_NOT_ALLOWED, "A WebSocket is opened with GET.");
            refusal.head().headers().set(HttpHeaderNames.ALLOW, HttpMethod.GET);
            return refusal;
        }
        if (request.protocolVersion().minorVersion() < 1) {
            return refusal(HttpResponseStatus.BAD_REQUEST, "A WebSocket needs HTTP/1.1.");
        }
        if (!headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)) {
            return refusal(HttpResponseStatus.BAD_REQUEST, "The Connection header must contain \"Upgrade\".");
        }
        List<String> keys = headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_KEY);
        if (keys.size() != 1 || !KEY.matcher(keys.get(0).strip()).matches()) {
            return refusal(HttpResponseStatus.BAD_REQUEST, "Send one Sec-WebSocket-Key of 16 bytes in base64.");
        }
        List<String> versions = headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_VERSION);
        if (versions.size() != 1 || !versions.get(0).strip().equals(VERSION)) {
            Answer refusal = refusal(HttpResponseStatus.UPGRADE_REQUIRED, "Use version 13 of the WebSocket protocol.");
            refusal.head().headers().set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, VERSION);
            return refusal;
        }
        return null;
    }

    /**
     * Returns the headers of a valid handshake for the engine, which reads no lists of protocols and fails for malformed
     * extensions. Strait negotiates none.
     */
    static HttpHeaders forEngine(HttpHeaders headers) {
        return headers.copy()
                .set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)
                .remove(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS);
    }

    private static Answer refusal(HttpResponseStatus status, String text) {
        return Answer.of(Answer.text(status, text + "\n"));
    }
}
