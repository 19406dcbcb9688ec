package dev.strait;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets the wire name of a message, which is the value of its {@code type} field. Without this annotation, the wire name
 * is the simple name of the record in kebab-case: {@code TypingNow} becomes {@code "typing-now"}.
 *
 * <pre>{@code
 * @Type("post:created")
 * record PostCreated(long id) implements ToClient {}
 *
 * {"type":"post:created","id":7}
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Type {

    /**
     * The wire name: 1 to 64 printable characters that do not start with {@code $}, unique within the direction.
     *
     * <p>An empty name leaves out the {@code type} field, for clients of another system that do not know it. Only the only
     * message of a direction can do without. Clients may then send the name of the record in kebab-case, or no type.
     */
    String value();
}
