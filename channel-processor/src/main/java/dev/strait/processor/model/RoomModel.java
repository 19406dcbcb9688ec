package dev.strait.processor.model;

import javax.lang.model.element.Element;

/**
 * The typed key of a contract's rooms.
 *
 * @param origin the record, for positions
 * @param record its components
 */
public record RoomModel(Element origin, RecordModel record) {}
