/** Contracts that together use every feature of contracts. */
@NullMarked
package dev.strait.tests.zoo;

import org.jspecify.annotations.NullMarked;
