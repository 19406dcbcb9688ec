package dev.strait.runtime.json;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Converts a foreign type from and to JSON. Name it with {@code @Json} on a component of a message. Needs
 * jackson-databind on the class path.
 *
 * <p>An adapter has a constructor without parameters that generated code can access. One instance serves all threads,
 * so it must be thread-safe.
 *
 * @param <T> the foreign type
 */
@SuppressWarnings("exports") // its users have Jackson; modules without a JsonNode must not need it
public interface JsonAdapter<T> {

    /**
     * Returns the value of a JSON node, never {@code null}.
     *
     * @throws IllegalArgumentException if the node is not a valid value; the client gets the message, so it must not
     *     contain secrets
     */
    T fromJson(JsonNode json);

    /** Returns the JSON of a value, never {@code null}. */
    JsonNode toJson(T value);
}
