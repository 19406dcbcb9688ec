package dev.strait;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Pins the JSON name of a component, or accepts older names for it on input. */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Name {

    /** The JSON name; the component's own name where it is empty. */
    String value() default "";

    /** Names that are accepted on input as well. They are never written. */
    String[] alias() default {};
}
