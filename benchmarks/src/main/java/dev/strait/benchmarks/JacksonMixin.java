package dev.strait.benchmarks;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Maps type names to records, for Jackson 2 and 3, which share their annotations. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Messages.Append.class, name = "append"),
    @JsonSubTypes.Type(value = Messages.Join.class, name = "join"),
    @JsonSubTypes.Type(value = Messages.Ack.class, name = "ack"),
    @JsonSubTypes.Type(value = Messages.Order.class, name = "order"),
    @JsonSubTypes.Type(value = Messages.Batch.class, name = "batch")
})
interface JacksonMixin {}
