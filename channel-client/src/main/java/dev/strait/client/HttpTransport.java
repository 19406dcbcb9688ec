package dev.strait.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;

/** The JDK's own WebSocket client. */
final class HttpTransport implements Transport {

    private final HttpClient http;
    private final Duration connectTimeout;

    HttpTransport(HttpClient http, Duration connectTimeout) {
        this.http = http;
        this.connectTimeout = connectTimeout;
    }

    @Override
    public Socket connect(URI uri, Map<String, String> headers, Events events) {
        WebSocket.Builder builder = http.newWebSocketBuilder().connectTimeout(connectTimeout);
        headers.forEach(builder::header);
        HttpSocket socket = new HttpSocket(events);
        socket.connect(builder, uri);
        return socket;
    }
}
