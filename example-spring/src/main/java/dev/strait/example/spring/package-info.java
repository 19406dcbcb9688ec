/** A newsroom on Spring Boot: readers comment, editors publish, and a job reports how many read. */
@NullMarked
package dev.strait.example.spring;

import org.jspecify.annotations.NullMarked;
