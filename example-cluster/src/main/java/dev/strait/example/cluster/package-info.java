/** A chat on two nodes. */
@NullMarked
package dev.strait.example.cluster;

import org.jspecify.annotations.NullMarked;
