/** Connects the nodes of an application over Redis or Valkey. */
@NullMarked
package dev.strait.redis;

import org.jspecify.annotations.NullMarked;
