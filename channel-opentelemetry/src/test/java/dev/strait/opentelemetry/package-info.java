@NullMarked
package dev.strait.opentelemetry;

import org.jspecify.annotations.NullMarked;
