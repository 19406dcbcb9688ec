/** Unit tests of the embedded server. */
@NullMarked
package dev.strait.server;

import org.jspecify.annotations.NullMarked;
