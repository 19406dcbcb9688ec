/** Contracts with unusual names, types and sizes, which the processor must compile like any other. */
@NullMarked
package dev.strait.tests.torture;

import org.jspecify.annotations.NullMarked;
