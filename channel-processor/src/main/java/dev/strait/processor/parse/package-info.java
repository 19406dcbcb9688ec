/** Parses elements into the model. Problems are reported to {@link dev.strait.processor.diagnostic.Diagnostics}. */
@NullMarked
package dev.strait.processor.parse;

import org.jspecify.annotations.NullMarked;
