/** Events for JDK Flight Recorder. */
@NullMarked
package dev.strait.runtime.internal.flight;

import org.jspecify.annotations.NullMarked;
