/**
 * Compares the codec with Jackson and Hibernate Validator on inputs that Jazzer generates. Tests run each target on its seeds
 * and on simple mutations of them; Jazzer runs it for longer (see docs/testing.md).
 */
@NullMarked
package dev.strait.tests.fuzz;

import org.jspecify.annotations.NullMarked;
