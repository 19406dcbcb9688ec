package dev.strait.processor.model;

import com.squareup.javapoet.ClassName;
import javax.lang.model.element.Element;

/**
 * The typed key of the rooms.
 *
 * @param origin the record, as the position of diagnostics
 * @param type the name of the record
 * @param record the model of the record
 */
public record RoomModel(Element origin, ClassName type, RecordModel record) {}
