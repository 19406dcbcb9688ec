package dev.strait.benchmarks;

import com.dslplatform.json.CompiledJson;
import dev.strait.Channel;
import io.avaje.jsonb.Json;
import io.avaje.validation.ImportValidPojo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages that all contenders decode, validate and encode, with the annotations of each library. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"}) // large on purpose
@Channel("/messages")
@ImportValidPojo({
    Messages.Append.class,
    Messages.Join.class,
    Messages.Ack.class,
    Messages.Order.class,
    Messages.Customer.class,
    Messages.Item.class,
    Messages.Batch.class,
    Messages.Reading.class
})
public interface Messages {

    @Json(typeProperty = "type")
    @Json.SubType(type = Append.class, name = "append")
    @Json.SubType(type = Join.class, name = "join")
    @Json.SubType(type = Ack.class, name = "ack")
    @Json.SubType(type = Order.class, name = "order")
    @Json.SubType(type = Batch.class, name = "batch")
    @CompiledJson(discriminator = "type")
    sealed interface ToServer {}

    enum Side {
        BUY,
        SELL
    }

    /** About 80 bytes. */
    @Json
    @CompiledJson(name = "append")
    record Append(
            @NotNull @Size(max = 32) @Pattern(regexp = "[a-z]+-[0-9]+")
            String document,

            @Min(0) long position,
            @NotBlank @Size(max = 500) String text)
            implements ToServer {}

    @Json
    @CompiledJson(name = "join")
    record Join(
            @NotBlank @Size(max = 40) String room,
            @NotBlank @Size(max = 40) String nick) implements ToServer {}

    @Json
    @CompiledJson(name = "ack")
    record Ack(@Min(1) long id) implements ToServer {}

    /** About 360 bytes: an object, a list of three, an enum, numbers, and text, outside Latin-1 in half of the samples. */
    @Json
    @CompiledJson(name = "order")
    record Order(
            @NotNull @Size(max = 16) @Pattern(regexp = "[A-Z]{2}-[0-9]{6}")
            String reference,

            @Valid @NotNull Customer customer,
            @NotNull Side side,
            @Valid @NotNull @Size(min = 1, max = 20) List<Item> items,

            @Min(0) long at,
            @PositiveOrZero double total,
            boolean express,
            @Nullable @Size(max = 200) String note)
            implements ToServer {}

    @Json
    @CompiledJson
    record Customer(
            @NotBlank @Size(max = 80) String name,
            @NotBlank @Size(max = 80) String city) {}

    @Json
    @CompiledJson
    record Item(
            @NotNull @Size(max = 16) @Pattern(regexp = "[a-z]{3}[0-9]{3}")
            String sku,

            @Min(1) int quantity,
            double price) {}

    /** 200 readings, about 16 KB. */
    @Json
    @CompiledJson(name = "batch")
    record Batch(@Valid @NotEmpty @Size(max = 500) List<Reading> readings) implements ToServer {}

    @Json
    @CompiledJson
    record Reading(
            @Min(0) long id,
            @NotBlank @Size(max = 20) String label,
            double value,
            @Min(0) long at,
            boolean valid) {}
}
