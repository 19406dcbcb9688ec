/* A histogram of microseconds: exact below 2048, then 1024 buckets per power of two. */
#ifndef HISTOGRAM_H
#define HISTOGRAM_H

#include <stdint.h>
#include <string.h>

enum { EXACT_BITS = 11, HALF = 1 << (EXACT_BITS - 1), DOUBLINGS = 24, BUCKETS = HALF * (DOUBLINGS + 2) };

struct histogram {
    uint64_t counts[BUCKETS];
    uint64_t total;
};

static inline void histogram_add(struct histogram *histogram, int64_t nanos) {
    uint64_t micros = nanos < 0 ? 0 : (uint64_t) nanos / 1000;
    int shift = 63 - __builtin_clzll(micros | 1) - (EXACT_BITS - 1);
    shift = shift < 0 ? 0 : shift;
    uint64_t bucket = micros < 2 * HALF ? micros : (uint64_t) shift * HALF + (micros >> shift);
    histogram->counts[bucket < BUCKETS ? bucket : BUCKETS - 1]++;
    histogram->total++;
}

/* Returns the lower bound of the bucket that contains the given quantile. */
static inline uint64_t histogram_micros(const struct histogram *histogram, double share) {
    uint64_t wanted = (uint64_t) ((double) histogram->total * share);
    uint64_t before = 0;
    for (uint64_t bucket = 0; bucket < BUCKETS; bucket++) {
        before += histogram->counts[bucket];
        if (before > wanted || before == histogram->total) {
            uint64_t shift = bucket < 2 * HALF ? 0 : bucket / HALF - 1;
            return (bucket - shift * HALF) << shift;
        }
    }
    return 0;
}

#endif
