package dev.strait.benchmarks;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The types' names, for both lines of Jackson, which share their annotations. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Desk.Append.class, name = "append"),
    @JsonSubTypes.Type(value = Desk.Join.class, name = "join"),
    @JsonSubTypes.Type(value = Desk.Ack.class, name = "ack"),
    @JsonSubTypes.Type(value = Desk.Order.class, name = "order"),
    @JsonSubTypes.Type(value = Desk.Batch.class, name = "batch")
})
interface JacksonMixin {}
