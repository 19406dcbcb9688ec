/** A chat and an auction, as an application would write them. */
@NullMarked
package dev.strait.example;

import org.jspecify.annotations.NullMarked;
