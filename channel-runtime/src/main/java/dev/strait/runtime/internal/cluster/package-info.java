/** The other nodes: what is sent to them, and what arrives from them. */
@NullMarked
package dev.strait.runtime.internal.cluster;

import org.jspecify.annotations.NullMarked;
