package dev.strait.processor.model;

/**
 * One record of a union, or of an ask's answers.
 *
 * @param record the {@link RecordModel#id() id} of the record
 * @param wireName the value of its {@code type} field
 */
public record VariantModel(String record, String wireName) {}
