package dev.strait.test;

import jakarta.websocket.MessageHandler;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import jakarta.websocket.WebSocketContainer;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The methods of a session that the runtime does not use, so that there is nothing to do for them. */
abstract class UnsupportedSession implements Session {

    private static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("A connection in memory does not have this.");
    }

    @Override
    public WebSocketContainer getContainer() {
        throw unsupported();
    }

    @Override
    public void addMessageHandler(MessageHandler handler) {
        throw unsupported();
    }

    @Override
    public Set<MessageHandler> getMessageHandlers() {
        throw unsupported();
    }

    @Override
    public void removeMessageHandler(MessageHandler handler) {
        throw unsupported();
    }

    @Override
    public String getProtocolVersion() {
        throw unsupported();
    }

    @Override
    public String getNegotiatedSubprotocol() {
        throw unsupported();
    }

    @Override
    public boolean isSecure() {
        throw unsupported();
    }

    @Override
    public long getMaxIdleTimeout() {
        throw unsupported();
    }

    @Override
    public void setMaxBinaryMessageBufferSize(int length) {
        throw unsupported();
    }

    @Override
    public int getMaxBinaryMessageBufferSize() {
        throw unsupported();
    }

    @Override
    public void setMaxTextMessageBufferSize(int length) {
        throw unsupported();
    }

    @Override
    public int getMaxTextMessageBufferSize() {
        throw unsupported();
    }

    @Override
    public RemoteEndpoint.Basic getBasicRemote() {
        throw unsupported();
    }

    @Override
    public String getId() {
        throw unsupported();
    }

    @Override
    public void close() {
        throw unsupported();
    }

    @Override
    public URI getRequestURI() {
        throw unsupported();
    }

    @Override
    public Map<String, List<String>> getRequestParameterMap() {
        throw unsupported();
    }

    @Override
    public String getQueryString() {
        throw unsupported();
    }

    @Override
    public Map<String, String> getPathParameters() {
        throw unsupported();
    }

    @Override
    public Principal getUserPrincipal() {
        throw unsupported();
    }

    @Override
    public Set<Session> getOpenSessions() {
        throw unsupported();
    }
}
