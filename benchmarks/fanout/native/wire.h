/* Shared by the reference server and the load client: growing buffers, WebSocket frames, clocks, sockets. */
#ifndef WIRE_H
#define WIRE_H

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>

enum { OPCODE_TEXT = 1, OPCODE_CLOSE = 8, OPCODE_PING = 9, OPCODE_PONG = 10, MAX_HEADER = 14 };

struct bytes {
    unsigned char *data;
    size_t length;
    size_t capacity;
};

struct frame {
    unsigned char *payload;
    size_t length;
    size_t total;
    const unsigned char *mask;
    int opcode;
    bool final;
};

static inline void fail(const char *what) {
    perror(what);
    exit(2);
}

static inline void *require_memory(void *memory) {
    if (memory == NULL) {
        fail("memory");
    }
    return memory;
}

static inline void bytes_add(struct bytes *bytes, const void *data, size_t length) {
    if (bytes->length + length > bytes->capacity) {
        bytes->capacity = 2 * (bytes->length + length);
        bytes->data = require_memory(realloc(bytes->data, bytes->capacity));
    }
    memcpy(bytes->data + bytes->length, data, length);
    bytes->length += length;
}

static inline void bytes_drop(struct bytes *bytes, size_t length) {
    bytes->length -= length;
    if (bytes->length == 0) {
        free(bytes->data);
        memset(bytes, 0, sizeof *bytes);
    } else if (length > 0) {
        memmove(bytes->data, bytes->data + length, bytes->length);
    }
}

/* Reads the header of a frame. Returns false if the frame is incomplete. */
static inline bool frame_read(unsigned char *data, size_t available, struct frame *frame) {
    if (available < 2) {
        return false;
    }
    size_t header = 2;
    uint64_t length = data[1] & 127;
    int wide = length == 126 ? 2 : length == 127 ? 8 : 0;
    bool masked = data[1] & 128;
    if (available < header + (size_t) wide + (masked ? 4 : 0)) {
        return false;
    }
    if (wide > 0) {
        length = 0;
        for (int i = 0; i < wide; i++) {
            length = length << 8 | data[header++];
        }
    }
    frame->mask = masked ? data + header : NULL;
    header += masked ? 4 : 0;
    frame->final = data[0] & 128;
    frame->opcode = data[0] & 15;
    frame->payload = data + header;
    frame->length = length;
    frame->total = header + length;
    return available - header >= length;
}

/* Writes the header of a final frame, without the mask. */
static inline size_t frame_header(unsigned char *out, int opcode, size_t length, bool masked) {
    out[0] = (unsigned char) (128 | opcode);
    out[1] = masked ? 128 : 0;
    if (length < 126) {
        out[1] |= (unsigned char) length;
        return 2;
    }
    int wide = length < 65536 ? 2 : 8;
    out[1] |= wide == 2 ? 126 : 127;
    for (int i = 0; i < wide; i++) {
        out[2 + i] = (unsigned char) ((uint64_t) length >> 8 * (wide - 1 - i));
    }
    return (size_t) (2 + wide);
}

static inline void apply_mask(unsigned char *data, size_t length, const unsigned char *mask) {
    uint32_t four;
    memcpy(&four, mask, 4);
    uint64_t eight = (uint64_t) four << 32 | four;
    size_t at = 0;
    for (; at + 8 <= length; at += 8) {
        uint64_t word;
        memcpy(&word, data + at, 8);
        word ^= eight;
        memcpy(data + at, &word, 8);
    }
    for (; at < length; at++) {
        data[at] ^= mask[at & 3];
    }
}

static inline int64_t nanos_of(clockid_t clock) {
    struct timespec time;
    if (clock_gettime(clock, &time) != 0) {
        fail("clock_gettime");
    }
    return (int64_t) time.tv_sec * 1000000000 + time.tv_nsec;
}

static inline void tune_socket(int fd) {
    int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
}

static inline void allow_many_files(void) {
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

static inline struct sockaddr_in loopback(int port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t) port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

#endif
