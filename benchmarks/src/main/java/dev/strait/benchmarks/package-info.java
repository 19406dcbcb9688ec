/** Strait and its peers, side by side. */
@NullMarked
package dev.strait.benchmarks;

import org.jspecify.annotations.NullMarked;
