package dev.strait.tests;

import dev.strait.Channel;
import dev.strait.Name;
import dev.strait.Type;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.concurrent.atomic.AtomicInteger;

/** A channel that clients of all protocols share. */
@Channel("/ws/talk")
interface Talk {
    sealed interface ToServer {}

    sealed interface ToClient {}

    /** Sent to the other members, as {@link Append}. */
    record Say(@NotBlank @Size(max = 2000) String content) implements ToServer {}

    /** Answered to the sender, after everything that was sent before. */
    record Fence(int number) implements ToServer {}

    /** Makes the handler fail. */
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
