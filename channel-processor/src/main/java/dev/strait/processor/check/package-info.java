/** Rules that hold across a whole contract. */
@NullMarked
package dev.strait.processor.check;

import org.jspecify.annotations.NullMarked;
