package dev.strait.tests;

import dev.strait.Channel;
import dev.strait.Name;
import dev.strait.Type;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.concurrent.atomic.AtomicInteger;

/** A channel that clients of three protocols share. */
@Channel("/ws/talk")
interface Talk {
    sealed interface ToServer {}

    sealed interface ToClient {}

    /** Goes to the others, and comes back to the sender as an echo. */
    record Say(@NotBlank @Size(max = 2000) String content) implements ToServer {}

    /** Goes to the sender alone, so that it knows what came before. */
    record Fence(int number) implements ToServer {}

    /** Fails. */
    record Trip() implements ToServer {}

    @Type("append")
    record Append(@Size(max = 2000) String content, String username) implements ToClient {}

    record Fenced(int number) implements ToClient {}

    @Type("post:created")
    record PostCreated(Post doc) implements ToClient {}

    /** Counts how often it is encoded. */
    record Counted(String text) implements ToClient {
        static final AtomicInteger READ = new AtomicInteger();

        @Override
        public String text() {
            READ.incrementAndGet();
            return text;
        }
    }

    record Post(@Name("_id") String id, String title) {}
}
