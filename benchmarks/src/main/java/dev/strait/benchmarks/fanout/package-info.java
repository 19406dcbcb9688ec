/** Benchmarks of servers: fan-out, echo, latency and memory. Each server runs in its own process. */
@NullMarked
package dev.strait.benchmarks.fanout;

import org.jspecify.annotations.NullMarked;
