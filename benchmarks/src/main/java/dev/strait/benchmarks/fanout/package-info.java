/** Benchmarks of servers: fan-out, echo, latency and memory. Each server runs as a process of its own. */
@NullMarked
package dev.strait.benchmarks.fanout;

import org.jspecify.annotations.NullMarked;
