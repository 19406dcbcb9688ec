/**
 * Programs that put a server under load for longer than a build may take (see docs/reliability.md). The profile
 * {@code soak} runs them.
 */
@NullMarked
package dev.strait.tests.soak;

import org.jspecify.annotations.NullMarked;
