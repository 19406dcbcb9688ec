package dev.strait.tests;

import dev.strait.runtime.Handshake;

/** A handler of a channel whose clients only listen. */
final class GameService implements GameHandler<String> {

    @Override
    public String open(Game.Room room, Handshake handshake) {
        return handshake.path();
    }
}
