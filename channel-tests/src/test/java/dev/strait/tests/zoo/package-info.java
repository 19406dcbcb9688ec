/** Contracts that between them use all that a contract can say. */
@NullMarked
package dev.strait.tests.zoo;

import org.jspecify.annotations.NullMarked;
