package dev.strait.runtime.json;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How a type that is none of Strait's goes over the wire; named by {@code @Json}. Needs jackson-databind on the class path.
 * Has a constructor without parameters that generated code can reach; one instance serves all threads.
 *
 * @param <T> the type
 */
@SuppressWarnings("exports") // who uses it has Jackson; a module that has no JsonNode must not need it
public interface JsonAdapter<T> {

    /**
     * The value that {@code json} stands for, which is never {@code null}.
     *
     * @throws IllegalArgumentException it stands for none; the message goes to the client
     */
    T fromJson(JsonNode json);

    /** The JSON of a value; must not be {@code null}. */
    JsonNode toJson(T value);
}
