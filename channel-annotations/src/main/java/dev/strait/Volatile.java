package dev.strait;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a message that is of no use later, such as the position of a pointer. It may be dropped under load, before all
 * other messages. Generated clients drop it while they are not connected, instead of sending it later.
 *
 * <pre>{@code
 * @Volatile
 * record Typing(boolean on) implements ToServer {}
 * }</pre>
 *
 * <p>Applies to the messages of both directions, except to asks, whose senders wait for an answer.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Volatile {}
