/** An example application: a chat and an auction. */
@NullMarked
package dev.strait.example;

import org.jspecify.annotations.NullMarked;
