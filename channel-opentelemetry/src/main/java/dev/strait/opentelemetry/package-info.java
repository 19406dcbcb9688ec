/** Spans of a hub for OpenTelemetry. */
@NullMarked
package dev.strait.opentelemetry;

import org.jspecify.annotations.NullMarked;
