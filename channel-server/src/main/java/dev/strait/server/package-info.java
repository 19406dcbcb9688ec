/** The embedded server, which runs a hub without a container. */
@NullMarked
package dev.strait.server;

import org.jspecify.annotations.NullMarked;
