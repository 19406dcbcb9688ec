/** The errors and warnings about contracts, and how they are reported. */
@NullMarked
package dev.strait.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
