package com.acme;

import dev.strait.Channel;

@Channel("/ws/feed")
public interface Feed {
    sealed interface ToClient {}

    record Tick(long at) implements ToClient {}
}
