/** Meters of a hub for Micrometer. */
@NullMarked
package dev.strait.micrometer;

import org.jspecify.annotations.NullMarked;
