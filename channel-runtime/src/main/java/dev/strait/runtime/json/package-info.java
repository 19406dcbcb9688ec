/**
 * The types that an application meets when it reads or writes JSON itself: adapters for its own types, and the errors of
 * messages that violate their contract.
 */
@NullMarked
package dev.strait.runtime.json;

import org.jspecify.annotations.NullMarked;
