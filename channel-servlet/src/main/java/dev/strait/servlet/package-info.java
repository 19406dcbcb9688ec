/** What Strait needs of servlet containers, for modules that deploy to them. */
@NullMarked
package dev.strait.servlet;

import org.jspecify.annotations.NullMarked;
