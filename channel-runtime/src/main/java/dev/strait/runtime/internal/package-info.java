/** How the runtime works; not exported. */
@NullMarked
package dev.strait.runtime.internal;

import org.jspecify.annotations.NullMarked;
