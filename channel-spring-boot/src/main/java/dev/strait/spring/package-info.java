/** Channels in Spring Boot: handlers are beans, emitters are injected, and the hub follows the life of the application. */
@NullMarked
package dev.strait.spring;

import org.jspecify.annotations.NullMarked;
