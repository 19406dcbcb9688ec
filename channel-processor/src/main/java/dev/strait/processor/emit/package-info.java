/** From the model to files, one writer for each kind of file. Knows nothing of the compiler. */
@NullMarked
package dev.strait.processor.emit;

import org.jspecify.annotations.NullMarked;
