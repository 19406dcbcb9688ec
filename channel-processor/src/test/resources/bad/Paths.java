package bad;

import dev.strait.Channel;

final class Paths {

    @Channel("ws") // error: STRAIT-121
    interface NoSlash {
        sealed interface ToClient {}

        record Tick() implements ToClient {}
    }

    @Channel("/ws/{room") // error: STRAIT-121
    interface HalfVariable {
        sealed interface ToClient {}

        record Tick() implements ToClient {}
    }

    @Channel("/ws/../x") // error: STRAIT-121
    interface Dots {
        sealed interface ToServer {}

        record Nudge() implements ToServer {}
    }

    @Channel("/ws/{room}/{room}") // error: STRAIT-121
    interface Twice {
        sealed interface ToClient {}

        record Room(String room) {}

        record Tick() implements ToClient {}
    }

    @Channel("/ws?x=1") // error: STRAIT-121
    interface Query {
        sealed interface ToClient {}

        record Tick() implements ToClient {}
    }

    @Channel("/ws/{room}")
    interface NoRoom { // error: STRAIT-122
        sealed interface ToClient {}

        record Tick() implements ToClient {}
    }

    @Channel("/ws/{rom}")
    interface Misspelt { // error: STRAIT-123
        sealed interface ToClient {}

        record Room(String room) {}

        record Tick() implements ToClient {}
    }

    @Channel("/ws")
    interface OddRooms {
        sealed interface ToClient {}

        enum Room { // error: STRAIT-125
            A
        }

        record Tick() implements ToClient {}
    }

    @Channel("/ws")
    interface EmptyRoom {
        sealed interface ToClient {}

        record Room() {} // error: STRAIT-126

        record Tick() implements ToClient {}
    }

    @Channel("/ws/{at}/{name}/{number}")
    interface RoomTypes {
        sealed interface ToClient {}

        record Room(
                double at, // error: STRAIT-127
                java.util.Optional<String> name, // error: STRAIT-128
                @dev.strait.Default("1") int number) {} // error: STRAIT-128

        record Tick() implements ToClient {}
    }

    @Channel("/ws/missing/{room}")
    interface Missing {
        sealed interface ToClient {}

        record Room(String room, String more) {} // error: STRAIT-124

        record Tick() implements ToClient {}
    }
}
