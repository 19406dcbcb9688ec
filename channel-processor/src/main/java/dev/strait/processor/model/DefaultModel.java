package dev.strait.processor.model;

import com.squareup.javapoet.CodeBlock;

/**
 * A value that stands for the absence of a component.
 *
 * @param text as it was written
 * @param value an expression
 * @param isConstant whether the compiler takes it for one, so that it needs no field
 */
public record DefaultModel(String text, CodeBlock value, boolean isConstant) {}
