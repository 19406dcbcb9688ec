package dev.strait;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an interface as the contract of a WebSocket channel. Strait generates the handler to implement, the sender,
 * the JSON codec and the endpoint from it.
 *
 * <p>The contract nests two sealed interfaces: {@code ToServer} for the messages that clients send, and {@code
 * ToClient} for the messages that the server sends. The records that implement them are the messages. Either interface
 * may be absent.
 *
 * <pre>{@code
 * @Channel("/ws/chat/{room}")
 * public interface Chat {
 *     sealed interface ToServer {}
 *     sealed interface ToClient {}
 *
 *     record Room(@Size(min = 1, max = 40) String room) {}
 *
 *     record Say(@NotBlank @Size(max = 500) String text) implements ToServer {}
 *     record Said(long id, String user, String text, Instant at) implements ToClient {}
 * }
 * }</pre>
 *
 * <p>The nested record {@code Room} is the typed key of the channel's rooms:
 *
 * <ul>
 *   <li>If the path has variables, they must be exactly the components of {@code Room}. Each connection is in the one
 *       room that its path names.
 *   <li>If the path has no variables, a connection is in no room until it joins one: with {@code ?room=} in the URL,
 *       with a {@code $join} frame, or because the server adds it. Without a {@code Room}, rooms are plain strings.
 * </ul>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Channel {

    /** The path of the channel, such as {@code "/ws/chat/{room}"}. */
    String value();

    /** One line for the generated documentation. Default: the doc comment of the interface. */
    String description() default "";

    /** The sealed interface of the messages that clients send. Default: the nested {@code ToServer}. */
    Class<?> toServer() default void.class;

    /** The sealed interface of the messages that the server sends. Default: the nested {@code ToClient}. */
    Class<?> toClient() default void.class;

    /**
     * Whether the channel has rooms. Without rooms, connections are addressed one by one, by user, or all together: a feed,
     * or a channel of requests and answers. No generated type then mentions rooms.
     */
    boolean rooms() default true;

    /** The record that is the key of rooms. Default: the nested {@code Room}. */
    Class<?> room() default void.class;

    /** Whether to reject unknown fields in messages from clients, instead of ignoring them. */
    boolean strict() default false;
}
