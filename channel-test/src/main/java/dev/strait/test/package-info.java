/**
 * Tests for handlers and rooms, without a port and without waiting.
 *
 * <p>A generated test kit, such as {@code ChatTestKit}, runs a hub in memory: virtual clients connect to the handler, and
 * everything runs on the thread of the test, by a clock that the test moves. A kit belongs to no test framework.
 */
@NullMarked
package dev.strait.test;

import org.jspecify.annotations.NullMarked;
