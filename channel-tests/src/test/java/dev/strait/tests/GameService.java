package dev.strait.tests;

import dev.strait.runtime.Handshake;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A handler of a channel whose clients send nothing. */
final class GameService implements GameHandler<String> {

    final BlockingQueue<Handshake> handshakes = new LinkedBlockingQueue<>();

    @Override
    public String open(Game.Room room, Handshake handshake) {
        handshakes.add(handshake);
        return handshake.path();
    }
}
