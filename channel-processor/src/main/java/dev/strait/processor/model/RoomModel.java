package dev.strait.processor.model;

import com.squareup.javapoet.ClassName;
import javax.lang.model.element.Element;

/**
 * The typed key of a contract's rooms.
 *
 * @param origin the record, for positions
 * @param type the record's name
 * @param record its components
 */
public record RoomModel(Element origin, ClassName type, RecordModel record) {}
