/** Tests of generated code over real sockets. */
@NullMarked
package dev.strait.tests;

import org.jspecify.annotations.NullMarked;
