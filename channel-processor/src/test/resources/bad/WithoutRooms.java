package bad;

import dev.strait.Channel;

@Channel(value = "/a/{room}", rooms = false) // error: STRAIT-129
interface WithoutRooms {
    sealed interface ToClient {}

    record Tick(long at) implements ToClient {}

    record Room(String room) {} // error: STRAIT-129
}

@Channel(value = "/b", rooms = false, room = Lane.class) // error: STRAIT-129
interface NamesAKey {
    sealed interface ToClient {}

    record Tick(long at) implements ToClient {}
}

record Lane(String name) {}

@Channel(value = "/c", rooms = false)
interface MessageNamedRoom {
    sealed interface ToClient {}

    record Room(String name) implements ToClient {}

    record Bad(Object any) implements ToClient {} // error: STRAIT-143
}
