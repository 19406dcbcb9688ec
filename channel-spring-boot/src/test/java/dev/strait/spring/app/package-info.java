/** An application with a channel for signed-in users and one for tokens. */
@NullMarked
package dev.strait.spring.app;

import org.jspecify.annotations.NullMarked;
