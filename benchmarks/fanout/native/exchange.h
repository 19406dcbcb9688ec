/* Tracks numbered messages in flight in a group: a room, or one connection in echo mode. */
#ifndef EXCHANGE_H
#define EXCHANGE_H

#include "histogram.h"
#include "wire.h"

struct connection;

struct group {
    struct connection **members;
    int64_t *sent_at;
    uint32_t *counts;
    uint64_t *order;
    uint64_t sent;
    uint64_t oldest;
    uint64_t ordered;
    int number;
    int room;
    int count;
};

struct seen {
    uint64_t *bits;
    uint64_t received;
};

struct statistics {
    struct histogram latency;
    int64_t measured_from;
    int64_t measured_until;
    uint64_t deliveries;
    uint64_t disorder;
    uint64_t in_flight;
};

static inline uint64_t ring_size(uint64_t window) {
    uint64_t size = 64;
    while (size < window) {
        size *= 2;
    }
    return size;
}

static inline void group_init(struct group *group, uint64_t ring) {
    group->sent_at = require_memory(calloc(ring, sizeof *group->sent_at));
    group->counts = require_memory(calloc(ring, sizeof *group->counts));
    group->order = require_memory(calloc(ring, sizeof *group->order));
}

/* Bits are set in even laps of the ring and cleared in odd ones, so the ring never needs to be reset. */
static inline bool has_seen(const struct seen *seen, uint64_t sequence, uint64_t ring) {
    uint64_t slot = sequence & (ring - 1);
    return (seen->bits[slot / 64] >> slot % 64 & 1) != (sequence / ring & 1);
}

static inline void mark_seen(struct seen *seen, uint64_t sequence, uint64_t ring) {
    uint64_t slot = sequence & (ring - 1);
    seen->bits[slot / 64] ^= (uint64_t) 1 << slot % 64;
}

/* The first member to receive a message defines the common order. Deviations of other members are only counted. */
static inline void compare_order(
        struct group *group, struct seen *seen, uint64_t sequence, uint64_t ring, struct statistics *statistics) {
    uint64_t place = seen->received++;
    if (place == group->ordered) {
        group->order[place & (ring - 1)] = sequence;
        group->ordered++;
    } else if (group->order[place & (ring - 1)] != sequence) {
        statistics->disorder++;
    }
}

/* Records a delivery. Returns an error if it is a duplicate or breaks the order of its sender, otherwise NULL. */
static inline const char *record_delivery(
        struct group *group, struct seen *seen, uint64_t sequence, uint64_t ring, struct statistics *statistics,
        int64_t now) {
    if (sequence >= group->sent) {
        return "message was never sent";
    }
    if (sequence < group->oldest || has_seen(seen, sequence, ring)) {
        return "duplicate message";
    }
    uint64_t senders = (uint64_t) group->count;
    if (sequence >= group->oldest + senders && !has_seen(seen, sequence - senders, ring)) {
        return "messages of one sender out of order";
    }
    mark_seen(seen, sequence, ring);
    compare_order(group, seen, sequence, ring, statistics);
    uint64_t slot = sequence & (ring - 1);
    group->counts[slot]++;
    statistics->deliveries++;
    int64_t sent_at = group->sent_at[slot];
    if (sent_at >= statistics->measured_from && sent_at < statistics->measured_until) {
        histogram_add(&statistics->latency, now - sent_at);
    }
    return NULL;
}

/* Returns true once for each message that all members have received, oldest first. */
static inline bool complete_oldest(struct group *group, uint64_t ring, struct statistics *statistics) {
    uint32_t *count = &group->counts[group->oldest & (ring - 1)];
    if (group->oldest == group->sent || *count < (uint32_t) group->count) {
        return false;
    }
    *count = 0;
    group->oldest++;
    statistics->in_flight--;
    return true;
}

#endif
