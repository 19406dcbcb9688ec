package dev.strait;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an interface the contract of a WebSocket channel. The interface nests two sealed interfaces, {@code ToServer}
 * for what clients send and {@code ToClient} for what the server sends; the records that implement them are the
 * messages. Either direction may be absent.
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
 * <p>A nested {@code record Room(...)} is the typed key of the channel's rooms. With variables in the path, each
 * connection is in the one room that its path names, and the variables are exactly the components of {@code Room}.
 * Without, a connection is in no room until it joins: by {@code ?room=} in the URL, by a {@code $join} frame, or because
 * the server says so; then rooms are plain strings unless there is a {@code Room}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Channel {

    /** The path that the channel is served under, such as {@code "/ws/chat/{room}"}. */
    String value();

    /** One line for readers of the generated documents; the interface's doc comment where it is empty. */
    String description() default "";

    /** What clients send, where it is not the nested {@code ToServer}: a sealed interface. */
    Class<?> toServer() default void.class;

    /** What the server sends, where it is not the nested {@code ToClient}: a sealed interface. */
    Class<?> toClient() default void.class;

    /** The key of rooms, where it is not the nested {@code Room}: a record. */
    Class<?> room() default void.class;

    /** Refuses fields that the contract does not know, from clients. Otherwise they are ignored. */
    boolean strict() default false;
}
