/** Reads contracts at compile time: elements, a checked model, files. */
@NullMarked
package dev.strait.processor;

import org.jspecify.annotations.NullMarked;
