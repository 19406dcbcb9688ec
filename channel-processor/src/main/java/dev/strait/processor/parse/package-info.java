/** From elements to the model; every mistake on the way is told to {@link dev.strait.processor.diagnostic.Diagnostics}. */
@NullMarked
package dev.strait.processor.parse;

import org.jspecify.annotations.NullMarked;
