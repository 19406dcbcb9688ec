package dev.strait.test;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import java.nio.ByteBuffer;
import java.util.concurrent.Future;

/** The methods of a remote endpoint that the runtime does not use, because it writes to the socket itself. */
abstract class UnsupportedRemote implements RemoteEndpoint.Async {

    private static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("A connection in memory does not have this.");
    }

    @Override
    public long getSendTimeout() {
        throw unsupported();
    }

    @Override
    public void setSendTimeout(long timeout) {
        throw unsupported();
    }

    @Override
    public void sendText(String text, SendHandler handler) {
        throw unsupported();
    }

    @Override
    public Future<Void> sendText(String text) {
        throw unsupported();
    }

    @Override
    public Future<Void> sendBinary(ByteBuffer data) {
        throw unsupported();
    }

    @Override
    public void sendBinary(ByteBuffer data, SendHandler handler) {
        throw unsupported();
    }

    @Override
    public Future<Void> sendObject(Object data) {
        throw unsupported();
    }

    @Override
    public void sendObject(Object data, SendHandler handler) {
        throw unsupported();
    }

    @Override
    public void setBatchingAllowed(boolean allowed) {
        throw unsupported();
    }

    @Override
    public boolean getBatchingAllowed() {
        throw unsupported();
    }

    @Override
    public void flushBatch() {
        throw unsupported();
    }

    @Override
    public void sendPong(ByteBuffer data) {
        throw unsupported();
    }
}
