/**
 * The interfaces between the runtime, generated code, containers and backplanes. They stay as compatible as the API,
 * because code that an older release generated calls them. Applications do not use them directly.
 */
@NullMarked
package dev.strait.runtime.spi;

import org.jspecify.annotations.NullMarked;
