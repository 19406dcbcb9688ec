package dev.strait.processor.model;

/**
 * A record of a union, or of the answers to an ask.
 *
 * @param record the {@linkplain RecordModel#id() id} of the record
 * @param wireName the value of the discriminator
 */
public record VariantModel(String record, String wireName) {}
