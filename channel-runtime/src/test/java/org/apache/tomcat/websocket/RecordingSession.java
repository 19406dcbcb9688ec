package org.apache.tomcat.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Records texts, batches and closes. It is in Tomcat's package because the runtime recognizes Tomcat by class name. */
public final class RecordingSession {

    /** Not public, so that its proxy class is in this package. */
    private interface TomcatSession extends Session {}

    /** Called after each text. */
    @FunctionalInterface
    public interface TextListener {
        void written(String text) throws Exception;
    }

    private final List<String> events = new ArrayList<>();
    private final TextListener listener;
    private final RemoteEndpoint.Basic remote = proxy(RemoteEndpoint.Basic.class, (proxy, method, arguments) -> {
        switch (method.getName()) {
            case "setBatchingAllowed" -> setBatching((boolean) arguments[0]);
            case "getBatchingAllowed" -> {
                return isBatching();
            }
            case "sendText" -> sendText((String) arguments[0]);
            default -> throw new UnsupportedOperationException(method.getName());
        }
        return null;
    });

    private boolean isBatching;

    public RecordingSession(TextListener listener) {
        this.listener = listener;
    }

    public Session session() {
        return proxy(TomcatSession.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "getBasicRemote" -> {
                    return remote;
                }
                case "close" ->
                    events.add("close "
                            + ((CloseReason) arguments[0]).getCloseCode().getCode());
                default -> throw new UnsupportedOperationException(method.getName());
            }
            return null;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private void sendText(String text) throws Exception {
        events.add(text);
        listener.written(text);
    }

    /** Returns all texts, batch boundaries and closes, in order. */
    public List<String> events() {
        return List.copyOf(events);
    }

    public boolean isBatching() {
        return isBatching;
    }

    public void setBatching(boolean isBatching) {
        this.isBatching = isBatching;
        events.add(isBatching ? "start of batch" : "end of batch");
    }
}
