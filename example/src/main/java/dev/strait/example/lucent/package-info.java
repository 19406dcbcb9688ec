/** An example for pages that were written for Lucent's WebSocket plugin. */
@NullMarked
package dev.strait.example.lucent;

import org.jspecify.annotations.NullMarked;
