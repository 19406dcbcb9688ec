/** Contracts as they appear on the wire, independent of Java: their canonical form and their compatibility. */
@NullMarked
package dev.strait.processor.contract;

import org.jspecify.annotations.NullMarked;
