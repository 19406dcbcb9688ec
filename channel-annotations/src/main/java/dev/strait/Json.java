package dev.strait;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the adapter that reads and writes a type which Strait does not support. Place it on a component or on a type
 * argument.
 *
 * <pre>{@code
 * record Order(@Json(MoneyJson.class) Money total, List<@Json(MoneyJson.class) Money> items) implements ToServer {}
 *
 * final class MoneyJson implements JsonAdapter<Money> {
 *     @Override public Money fromJson(JsonNode json) { return Money.parse(json.asText()); }
 *     @Override public JsonNode toJson(Money money) { return TextNode.valueOf(money.toString()); }
 * }
 * }</pre>
 *
 * <p>Adapters need jackson-databind on the class path.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE_USE)
public @interface Json {

    /**
     * A class that implements {@code dev.strait.runtime.json.JsonAdapter} for the type and has a constructor without
     * parameters. All threads share one instance.
     */
    Class<?> value();
}
