/**
 * What generated codecs read and write JSON with. For generated code only: this is no general JSON library, and
 * nothing here reads a class it was not generated for.
 */
@NullMarked
package dev.strait.runtime.spi.codec;

import org.jspecify.annotations.NullMarked;
