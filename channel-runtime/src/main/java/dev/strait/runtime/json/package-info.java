/**
 * JSON for applications: adapters for foreign types, and the errors of messages that violate their contract.
 */
@NullMarked
package dev.strait.runtime.json;

import org.jspecify.annotations.NullMarked;
