package dev.strait.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Generates the test kits of contracts that were compiled before, usually those of {@code src/main}. Put it on any type of
 * the tests:
 *
 * <pre>{@code
 * @GenerateTestKit(Chat.class)
 * class ChatServiceTest { ... ChatTestKit.of(new ChatService()) ... }
 * }</pre>
 *
 * <p>The kit is generated into the package of the contract. A contract that is compiled together with the tests gets its
 * kit without this annotation.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface GenerateTestKit {

    /** The contracts: interfaces with {@code @Channel}. */
    Class<?>[] value();
}
