/** An engine in memory, and the tests that each backplane passes. */
@NullMarked
package dev.strait.backplane;

import org.jspecify.annotations.NullMarked;
