/**
 * The JSON readers and writers of generated codecs. For generated code only: this is not a general-purpose JSON
 * library, and it cannot map arbitrary classes.
 */
@NullMarked
package dev.strait.runtime.spi.codec;

import org.jspecify.annotations.NullMarked;
