/** Benchmarks of the codec, with JMH: Strait and its peers on the same messages. */
@NullMarked
package dev.strait.benchmarks;

import org.jspecify.annotations.NullMarked;
