/* Protocol differences: how a connection enters its room, the layout of a message, which frames are messages. */
#ifndef PROTOCOLS_H
#define PROTOCOLS_H

#include "options.h"
#include "wire.h"

enum kind { KIND_DELIVERY, KIND_GREETING, KIND_IGNORED, KIND_UNKNOWN };

static inline bool starts_with(const char *text, size_t length, const char *start) {
    size_t wanted = strlen(start);
    return length >= wanted && memcmp(text, start, wanted) == 0;
}

/* Writes the path, with %d replaced by the number of the room. */
static inline void write_path(char *out, size_t size, const char *path, int room) {
    const char *hole = strstr(path, "%d");
    if (hole == NULL) {
        snprintf(out, size, "%s", path);
    } else {
        snprintf(out, size, "%.*s%d%s", (int) (hole - path), path, room, hole + 2);
    }
}

/* Writes the first frame after the upgrade. Returns 0 if the protocol has none. */
static inline size_t first_text(char *out, size_t size, int protocol) {
    if (protocol != PROTOCOL_STOMP) {
        return 0;
    }
    static const char connect[] = "CONNECT\naccept-version:1.2\nhost:localhost\nheart-beat:0,0\n\n";
    snprintf(out, size, "%s", connect);
    return sizeof connect;
}

/* Writes the answer to a greeting. Sets is_last if the connection is in its room afterwards. */
static inline size_t answer_greeting(
        char *out, size_t size, int protocol, const char *text, size_t length, int room, bool *is_last) {
    *is_last = false;
    if (protocol == PROTOCOL_STOMP) {
        *is_last = true;
        return (size_t) snprintf(out, size, "SUBSCRIBE\nid:0\ndestination:/topic/r%d\n\n", room) + 1;
    }
    if (starts_with(text, length, "40")) {
        *is_last = true;
        return (size_t) snprintf(out, size, "42[\"join\",\"r%d\"]", room);
    }
    return (size_t) snprintf(out, size, "40");
}

/* Write the parts of a message before and after its text. */
static inline size_t before_text(char *out, size_t size, int protocol, const char *type, int room) {
    if (protocol == PROTOCOL_SOCKETIO) {
        return (size_t) snprintf(out, size, "42[\"%s\",{\"text\":\"", type);
    }
    size_t at = 0;
    if (protocol == PROTOCOL_STOMP) {
        at = (size_t) snprintf(
                out, size, "SEND\ndestination:/app/%s/r%d\ncontent-type:application/json\n\n", type, room);
    }
    return at + (size_t) snprintf(out + at, size - at, "{\"type\":\"%s\",\"text\":\"", type);
}

static inline const char *after_text(int protocol, size_t *length) {
    const char *texts[] = {"\"}", "\"}]", "\"}\0"};
    *length = protocol == PROTOCOL_PLAIN ? 2 : 3;
    return texts[protocol];
}

static inline enum kind kind_of(int protocol, const char *text, size_t length) {
    if (protocol == PROTOCOL_PLAIN) {
        return KIND_DELIVERY;
    }
    if (protocol == PROTOCOL_SOCKETIO) {
        return starts_with(text, length, "42[\"said\"") || starts_with(text, length, "42[\"echoed\"") ? KIND_DELIVERY
                : starts_with(text, length, "0") || starts_with(text, length, "40")                 ? KIND_GREETING
                : starts_with(text, length, "2") || starts_with(text, length, "6")                  ? KIND_IGNORED
                                                                                                    : KIND_UNKNOWN;
    }
    return starts_with(text, length, "MESSAGE\n")  ? KIND_DELIVERY
            : starts_with(text, length, "CONNECTED") ? KIND_GREETING
            : length <= 1                            ? KIND_IGNORED
                                                     : KIND_UNKNOWN;
}

#endif
