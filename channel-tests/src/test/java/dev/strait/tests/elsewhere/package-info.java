/** Types for contracts in other packages. */
@NullMarked
package dev.strait.tests.elsewhere;

import org.jspecify.annotations.NullMarked;
