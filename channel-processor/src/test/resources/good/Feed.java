package com.acme;

import dev.strait.Channel;

@SuppressWarnings({"STRAIT-182", "STRAIT-183"}) // unlimited input, inexact numbers
@Channel("/ws/feed")
public interface Feed {
    sealed interface ToClient {}

    record Tick(long at) implements ToClient {}
}
