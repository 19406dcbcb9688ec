package dev.strait;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets the JSON name of a component, or adds names that are accepted on input. Use it to rename a component in Java
 * without breaking clients.
 *
 * <pre>{@code
 * record Move(@Name("x") int column, @Name(alias = "row") int y) implements ToServer {}
 * }</pre>
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Name {

    /** The JSON name. Default: the name of the component. */
    String value() default "";

    /** Other names that are accepted on input. They are never written. */
    String[] alias() default {};
}
