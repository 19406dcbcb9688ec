/** Rooms full of members: Strait's servers beside its peers', each as a process of its own. */
@NullMarked
package dev.strait.benchmarks.fanout;

import org.jspecify.annotations.NullMarked;
