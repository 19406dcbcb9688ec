@NullMarked
package dev.strait.micrometer;

import org.jspecify.annotations.NullMarked;
