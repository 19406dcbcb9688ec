/** What exists in Spring Boot 3 under another name. */
@NullMarked
package dev.strait.spring.boot3;

import org.jspecify.annotations.NullMarked;
