/** Writes the files of a channel for browsers: a module in JavaScript, and its types for TypeScript. */
@NullMarked
package dev.strait.processor.browser;

import org.jspecify.annotations.NullMarked;
