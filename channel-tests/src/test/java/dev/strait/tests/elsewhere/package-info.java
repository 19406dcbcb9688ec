/** Records of another package than the contracts that use them. */
@NullMarked
package dev.strait.tests.elsewhere;

import org.jspecify.annotations.NullMarked;
