package dev.strait;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets only clients with certain roles send a message. Others get an error {@code forbidden}, before the fields of the
 * message are read; their connection stays open.
 *
 * <pre>{@code
 * @Allow(roles = {"bidder", "admin"})
 * record Bid(@Positive int cents) implements ToServer {}
 * }</pre>
 *
 * <p>The roles are those of the identity that the hub's authenticator returned, or else those that the container grants the
 * principal of the handshake. Applies to messages that clients send. It does not affect what the server sends.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Allow {

    /** The roles, of which the client needs at least one. */
    String[] roles();
}
