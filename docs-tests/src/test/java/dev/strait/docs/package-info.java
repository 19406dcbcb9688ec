/** Compares the documentation with the code. */
@NullMarked
package dev.strait.docs;

import org.jspecify.annotations.NullMarked;
