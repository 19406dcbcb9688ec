/** Tests of several nodes with a Redis server. */
@NullMarked
package dev.strait.cluster;

import org.jspecify.annotations.NullMarked;
