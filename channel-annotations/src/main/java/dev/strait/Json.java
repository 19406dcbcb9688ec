package dev.strait;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a type that Strait does not know goes over the wire, on a component or on what it holds: {@code @Json(MoneyJson.class)
 * Money price}, {@code List<@Json(MoneyJson.class) Money>}.
 *
 * <p>It needs jackson-databind on the class path, of which its adapter speaks.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE_USE)
public @interface Json {

    /**
     * A class that implements {@code dev.strait.runtime.json.JsonAdapter} of the type, with a constructor without
     * parameters. One instance of it serves all threads.
     */
    Class<?> value();
}
