/** A site whose pages were written for Lucent's WebSocket plugin. */
@NullMarked
package dev.strait.example.lucent;

import org.jspecify.annotations.NullMarked;
