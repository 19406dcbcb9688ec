package dev.strait.tests;

import dev.strait.runtime.CloseReason;
import dev.strait.runtime.Handshake;
import dev.strait.runtime.Refusal;
import java.security.Principal;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/** Tells clients who they are. */
final class VaultService implements VaultHandler<String> {

    final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    /** Acquired by each Point. */
    final Semaphore points = new Semaphore(1_000);

    private static String nameOf(Handshake handshake) {
        return handshake.principal().map(Principal::getName).orElse("nobody");
    }

    @Override
    public String open(Handshake handshake) {
        calls.add("open " + nameOf(handshake));
        return nameOf(handshake);
    }

    @Override
    public Vault.Open.Opened onOpen(Vault.Open open, VaultConnection<String> from) {
        return new Vault.Open.Opened(from.state());
    }

    @Override
    public void onLook(Vault.Look look, VaultConnection<String> from) {
        Handshake handshake = from.handshake();
        from.reply()
                .seen(
                        nameOf(handshake),
                        handshake.hasRole("admin"),
                        handshake.bearerToken().orElse(""));
    }

    @Override
    public void onPoint(Vault.Point point, VaultConnection<String> from) {
        points.acquireUninterruptibly();
        calls.add("point " + point.x());
    }

    @Override
    public void reauthenticated(VaultConnection<String> connection, String token) {
        calls.add("reauthenticated " + nameOf(connection.handshake()) + " " + token);
        if (token.endsWith("refused")) {
            throw Refusal.forbidden("Not this one.");
        }
    }

    @Override
    public void closed(VaultConnection<String> connection, CloseReason reason) {
        calls.add("closed " + connection.state() + " " + reason.code());
    }
}
