/** What a contract says, once it is known to be right. Nothing here knows where it came from or what is made of it. */
@NullMarked
package dev.strait.processor.model;

import org.jspecify.annotations.NullMarked;
