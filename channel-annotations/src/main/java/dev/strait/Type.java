package dev.strait;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Pins the name that a message has on the wire, the value of its {@code type} field. Without it the name is the
 * record's simple name in kebab-case: {@code TypingNow} is {@code "typing-now"}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Type {

    /** The name on the wire, unique within its direction, such as {@code "post:created"}. */
    String value();
}
