/** An example for pages that were written for Alepha's {@code useRoom}. */
@NullMarked
package dev.strait.example.alepha;

import org.jspecify.annotations.NullMarked;
