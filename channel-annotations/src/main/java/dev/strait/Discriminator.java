package dev.strait;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the property that tells the records of a sealed interface apart. Without this annotation, it is {@code type}.
 *
 * <pre>{@code
 * @Discriminator("kind")
 * sealed interface Shape {}
 *
 * record Circle(double radius) implements Shape {}
 *
 * {"kind":"circle","radius":1.5}
 * }</pre>
 *
 * <p>On a contract, it holds for the messages of both directions, for answers, and for every sealed interface without an
 * annotation of its own. Frames of the protocol, such as {@code {"type":"$join"}}, always use {@code type}, and no
 * component of a message or of an answer may have that name.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Discriminator {

    /**
     * The name of the property: 1 to 64 printable ASCII characters without {@code "}, {@code \} and {@code ?}, of which
     * the first is not {@code $}.
     */
    String value();
}
