/** An example application: a live poll, with a page in React. */
@NullMarked
package dev.strait.example.react;

import org.jspecify.annotations.NullMarked;
