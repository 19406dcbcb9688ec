/** What can be wrong with a contract, and how it is told. */
@NullMarked
package dev.strait.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
