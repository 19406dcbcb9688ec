/**
 * The API for applications: the hub, its limits and listeners, and the values that handlers and emitters use. Code that is
 * generated from a contract is in the contract's package.
 */
@NullMarked
package dev.strait.runtime;

import org.jspecify.annotations.NullMarked;
