package dev.strait.example.cluster;

import dev.strait.Channel;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A chat that shows which node serves whom. */
@Channel("/ws/team/{room}")
public interface Team {

    /** Messages from users. */
    sealed interface ToServer {}

    /** Messages to users. */
    sealed interface ToClient {}

    /** A conversation. */
    record Room(
            @Size(min = 1, max = 40) @Pattern(regexp = "[a-z0-9-]+")
            String room) {}

    /** Says something in the room. */
    record Say(@NotBlank @Size(max = 500) String text) implements ToServer {}

    /** A user said something. The node is that of the user. */
    record Said(String user, String text, String node) implements ToClient {}

    /**
     * The state of the node that serves the recipient.
     *
     * @param isConnected whether messages of other nodes arrive
     * @param people the number of people in the room, on all nodes that have answered
     * @param isComplete whether all have answered
     */
    record Status(String node, List<String> others, boolean isConnected, int people, boolean isComplete)
            implements ToClient {}
}
