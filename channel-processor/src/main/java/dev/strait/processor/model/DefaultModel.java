package dev.strait.processor.model;

import com.squareup.javapoet.CodeBlock;

/**
 * The default of a component.
 *
 * @param text the text of {@code @Default}
 * @param value the Java expression of the value
 * @param isConstant whether the expression is a constant, so that it needs no field
 */
public record DefaultModel(String text, CodeBlock value, boolean isConstant) {}
