/**
 * What an application uses: the hub, and the small values that its handlers and emitters meet. What is generated from a
 * contract stands beside the contract.
 */
@NullMarked
package dev.strait.runtime;

import org.jspecify.annotations.NullMarked;
