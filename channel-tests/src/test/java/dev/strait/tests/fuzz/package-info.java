/**
 * The codec against its judges, on inputs that Jazzer makes up: Jackson says what is JSON, Hibernate Validator what is valid.
 * Each target runs over its seeds and simple mutations of them as a test, and for longer by Jazzer (see docs/testing.md).
 */
@NullMarked
package dev.strait.tests.fuzz;

import org.jspecify.annotations.NullMarked;
