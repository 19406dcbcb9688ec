package dev.strait.benchmarks.fanout;

/** A figure that a run measures. */
enum Metric {
    CPU("CPU"),
    P50("p50"),
    P99("p99"),
    RSS("resident memory"),
    HEAP("live heap");

    final String title;

    Metric(String title) {
        this.title = title;
    }
}
