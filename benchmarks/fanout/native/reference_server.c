/*
 * The reference server: the minimum work of a server with rooms. One thread, epoll, no JSON parser: it only finds the text.
 *
 * reference_server PORT write|coalesce|echo
 *
 * write: one immediate send() per recipient and message. coalesce: one send() per recipient and epoll round, for all messages
 * of that round. echo: like write, for the echo job.
 */
#define _GNU_SOURCE
#include "wire.h"

#include "accept_key.h"
#include <signal.h>
#include <sys/epoll.h>
#include <unistd.h>

enum { EVENTS = 1024, READ_SIZE = 65536, ROOM_SLOTS = 4096, MAX_REQUEST = 16384, MAX_NAME = 63 };

struct room;

struct connection {
    struct room *room;
    size_t index;
    struct bytes in;
    struct bytes out;
    int fd;
    unsigned id;
    bool is_dead;
};

struct room {
    char name[MAX_NAME + 1];
    struct room *next;
    struct connection **members;
    size_t count;
    size_t capacity;
    struct bytes pending;
};

struct list {
    void **items;
    size_t count;
    size_t capacity;
};

static int epoll;
static bool is_coalescing;
static unsigned last_id;
static struct room *rooms[ROOM_SLOTS];
static struct list dirty_rooms;
static struct list dead_connections;
static unsigned char read_buffer[READ_SIZE];

static void list_add(struct list *list, void *item) {
    if (list->count == list->capacity) {
        list->capacity = list->capacity * 2 + 16;
        list->items = require_memory(realloc(list->items, list->capacity * sizeof *list->items));
    }
    list->items[list->count++] = item;
}

/* Dead connections are freed at the end of the round, because later events of the round may refer to them. */
static void mark_dead(struct connection *connection) {
    if (!connection->is_dead) {
        connection->is_dead = true;
        list_add(&dead_connections, connection);
    }
}

static void watch(struct connection *connection, uint32_t events) {
    struct epoll_event event = {.events = events, .data.ptr = connection};
    epoll_ctl(epoll, EPOLL_CTL_MOD, connection->fd, &event);
}

static void deliver(struct connection *connection, const unsigned char *data, size_t length) {
    if (connection->is_dead) {
        return;
    }
    bool was_waiting = connection->out.length > 0;
    ssize_t sent = 0;
    if (!was_waiting) {
        sent = send(connection->fd, data, length, MSG_NOSIGNAL);
        if (sent == (ssize_t) length) {
            return;
        }
        if (sent < 0 && errno != EAGAIN) {
            mark_dead(connection);
            return;
        }
        sent = sent < 0 ? 0 : sent;
    }
    bytes_add(&connection->out, data + sent, length - (size_t) sent);
    if (!was_waiting) {
        watch(connection, EPOLLIN | EPOLLOUT);
    }
}

static void write_pending(struct connection *connection) {
    ssize_t sent = send(connection->fd, connection->out.data, connection->out.length, MSG_NOSIGNAL);
    if (sent < 0) {
        if (errno != EAGAIN) {
            mark_dead(connection);
        }
        return;
    }
    bytes_drop(&connection->out, (size_t) sent);
    if (connection->out.length == 0) {
        watch(connection, EPOLLIN);
    }
}

static struct room *room_named(const char *name, size_t length) {
    uint32_t hash = 5381;
    length = length < MAX_NAME ? length : MAX_NAME;
    for (size_t i = 0; i < length; i++) {
        hash = hash * 33 + (unsigned char) name[i];
    }
    struct room **slot = &rooms[hash % ROOM_SLOTS];
    for (struct room *room = *slot; room != NULL; room = room->next) {
        if (strlen(room->name) == length && memcmp(room->name, name, length) == 0) {
            return room;
        }
    }
    struct room *made = require_memory(calloc(1, sizeof *made));
    memcpy(made->name, name, length);
    made->next = *slot;
    *slot = made;
    return made;
}

static void join(struct connection *connection, struct room *room) {
    if (room->count == room->capacity) {
        room->capacity = room->capacity * 2 + 8;
        room->members = require_memory(realloc(room->members, room->capacity * sizeof *room->members));
    }
    connection->room = room;
    connection->index = room->count;
    room->members[room->count++] = connection;
}

static void leave(struct connection *connection) {
    struct room *room = connection->room;
    if (room != NULL) {
        struct connection *last = room->members[--room->count];
        room->members[connection->index] = last;
        last->index = connection->index;
    }
}

static void send_to_members(struct room *room, const unsigned char *data, size_t length) {
    for (size_t i = 0; i < room->count; i++) {
        deliver(room->members[i], data, length);
    }
}

static void flush_room(struct room *room) {
    if (room->pending.length > 0) {
        send_to_members(room, room->pending.data, room->pending.length);
        room->pending.length = 0;
    }
}

static unsigned char *append(unsigned char *to, const char *text, size_t length) {
    memcpy(to, text, length);
    return to + length;
}

static unsigned char *append_number(unsigned char *to, uint64_t number) {
    char digits[20];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char) ('0' + number % 10);
        number /= 10;
    } while (number > 0);
    return append(to, digits + at, sizeof digits - at);
}

/* The JSON is written after space for the longest header, and the frame starts where its actual header fits. */
static void finish_frame(unsigned char *start, unsigned char *end, unsigned char **frame, size_t *length) {
    unsigned char header[MAX_HEADER];
    size_t json = (size_t) (end - start);
    size_t header_length = frame_header(header, OPCODE_TEXT, json, false);
    *frame = start - header_length;
    memcpy(*frame, header, header_length);
    *length = header_length + json;
}

static void say(struct connection *from, const char *text, size_t text_length) {
    unsigned char *space = require_memory(malloc(MAX_HEADER + text_length + 100));
    unsigned char *start = space + MAX_HEADER;
    unsigned char *end = append(start, "{\"type\":\"said\",\"from\":\"c", 24);
    end = append_number(end, from->id);
    end = append(end, "\",\"text\":\"", 10);
    end = append(end, text, text_length);
    end = append(end, "\",\"at\":", 7);
    end = append_number(end, (uint64_t) nanos_of(CLOCK_REALTIME) / 1000000);
    end = append(end, "}", 1);
    unsigned char *frame;
    size_t length;
    finish_frame(start, end, &frame, &length);
    struct room *room = from->room;
    if (!is_coalescing) {
        send_to_members(room, frame, length);
    } else {
        if (room->pending.length == 0) {
            list_add(&dirty_rooms, room);
        }
        bytes_add(&room->pending, frame, length);
    }
    free(space);
}

static void echo(struct connection *from, const char *text, size_t text_length) {
    unsigned char *space = require_memory(malloc(MAX_HEADER + text_length + 50));
    unsigned char *start = space + MAX_HEADER;
    unsigned char *end = append(start, "{\"type\":\"echoed\",\"text\":\"", 25);
    end = append(end, text, text_length);
    end = append(end, "\"}", 2);
    unsigned char *frame;
    size_t length;
    finish_frame(start, end, &frame, &length);
    flush_room(from->room);
    deliver(from, frame, length);
    free(space);
}

/* Usually the type is first. Searching for it otherwise is safe: quotation marks in texts are escaped. */
static bool has_type(const char *json, size_t length, const char *type, bool is_first) {
    size_t type_length = strlen(type);
    if (is_first) {
        return length > type_length && memcmp(json + 1, type, type_length) == 0;
    }
    return memmem(json, length, type, type_length) != NULL;
}

static void receive_text(struct connection *connection, const char *json, size_t length) {
    const char *text = memmem(json, length, "\"text\":\"", 8);
    if (text == NULL) {
        mark_dead(connection);
        return;
    }
    text += 8;
    const char *end = json + length;
    const char *quote = text;
    while (quote < end && *quote != '"') {
        quote += *quote == '\\' ? 2 : 1;
    }
    if (quote >= end) {
        mark_dead(connection);
        return;
    }
    static const char say_type[] = "\"type\":\"say\"";
    static const char echo_type[] = "\"type\":\"echo\"";
    bool is_say = has_type(json, length, say_type, true);
    bool is_echo = !is_say && has_type(json, length, echo_type, true);
    if (is_say || (!is_echo && has_type(json, length, say_type, false))) {
        say(connection, text, (size_t) (quote - text));
    } else if (is_echo || has_type(json, length, echo_type, false)) {
        echo(connection, text, (size_t) (quote - text));
    } else {
        mark_dead(connection);
    }
}

static void answer_control(struct connection *connection, struct frame *frame, int opcode) {
    unsigned char answer[MAX_HEADER + 125];
    if (frame->length <= 125) {
        size_t header = frame_header(answer, opcode, frame->length, false);
        memcpy(answer + header, frame->payload, frame->length);
        flush_room(connection->room);
        deliver(connection, answer, header + frame->length);
    }
}

static void receive_frame(struct connection *connection, struct frame *frame) {
    if (frame->mask == NULL || !frame->final) {
        mark_dead(connection);
        return;
    }
    apply_mask(frame->payload, frame->length, frame->mask);
    if (frame->opcode == OPCODE_TEXT) {
        receive_text(connection, (const char *) frame->payload, frame->length);
    } else if (frame->opcode == OPCODE_PING) {
        answer_control(connection, frame, OPCODE_PONG);
    } else if (frame->opcode == OPCODE_CLOSE) {
        answer_control(connection, frame, OPCODE_CLOSE);
        mark_dead(connection);
    } else if (frame->opcode != OPCODE_PONG) {
        mark_dead(connection);
    }
}

/* Answers the upgrade request. Returns its length, or 0 while it is incomplete. */
static size_t upgrade(struct connection *connection, const char *data, size_t length) {
    const char *end = memmem(data, length, "\r\n\r\n", 4);
    if (end == NULL) {
        if (length > MAX_REQUEST) {
            mark_dead(connection);
        }
        return 0;
    }
    size_t used = (size_t) (end - data) + 4;
    char *request = require_memory(strndup(data, used));
    char *key = strcasestr(request, "\r\nsec-websocket-key:");
    char *path = strchr(request, ' ');
    if (key == NULL || path == NULL) {
        mark_dead(connection);
        free(request);
        return used;
    }
    key += 20;
    key += strspn(key, " ");
    char accepted[29];
    accept_key(key, strcspn(key, " \r"), accepted);
    path[1 + strcspn(path + 1, " ?\r")] = 0;
    const char *name = strrchr(path, '/');
    name = name == NULL ? "" : name + 1;
    join(connection, room_named(name, strlen(name)));
    free(request);
    char answer[256];
    int answer_length = snprintf(
            answer, sizeof answer,
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
            "%s\r\n\r\n",
            accepted);
    deliver(connection, (unsigned char *) answer, (size_t) answer_length);
    return used;
}

static size_t consume(struct connection *connection, unsigned char *data, size_t length) {
    size_t used = 0;
    if (connection->room == NULL) {
        used = upgrade(connection, (const char *) data, length);
    }
    struct frame frame;
    while (connection->room != NULL && !connection->is_dead && frame_read(data + used, length - used, &frame)) {
        receive_frame(connection, &frame);
        used += frame.total;
    }
    return used;
}

static void receive(struct connection *connection) {
    ssize_t got = recv(connection->fd, read_buffer, sizeof read_buffer, 0);
    if (got <= 0) {
        if (got == 0 || errno != EAGAIN) {
            mark_dead(connection);
        }
        return;
    }
    struct bytes *in = &connection->in;
    if (in->length > 0) {
        bytes_add(in, read_buffer, (size_t) got);
        bytes_drop(in, consume(connection, in->data, in->length));
        return;
    }
    size_t used = consume(connection, read_buffer, (size_t) got);
    if (used < (size_t) got) {
        bytes_add(in, read_buffer + used, (size_t) got - used);
    }
}

static void accept_all(int listener) {
    for (int fd = accept(listener, NULL, NULL); fd >= 0; fd = accept(listener, NULL, NULL)) {
        tune_socket(fd);
        struct connection *connection = require_memory(calloc(1, sizeof *connection));
        connection->fd = fd;
        connection->id = ++last_id;
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = connection};
        if (epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event) != 0) {
            fail("epoll_ctl");
        }
    }
}

static void free_dead(void) {
    for (size_t i = 0; i < dead_connections.count; i++) {
        struct connection *connection = dead_connections.items[i];
        leave(connection);
        close(connection->fd);
        free(connection->in.data);
        free(connection->out.data);
        free(connection);
    }
    dead_connections.count = 0;
}

static void handle(struct epoll_event *event, int listener) {
    struct connection *connection = event->data.ptr;
    if (connection == NULL) {
        accept_all(listener);
        return;
    }
    if (!connection->is_dead && event->events & EPOLLOUT) {
        write_pending(connection);
    }
    if (!connection->is_dead && event->events & (EPOLLIN | EPOLLHUP | EPOLLERR)) {
        receive(connection);
    }
}

static int listen_on(int port) {
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    int on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    struct sockaddr_in address = loopback(port);
    if (bind(listener, (struct sockaddr *) &address, sizeof address) != 0 || listen(listener, SOMAXCONN) != 0) {
        fail("listen");
    }
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL};
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &event) != 0) {
        fail("epoll_ctl");
    }
    return listener;
}

int main(int count, char **arguments) {
    if (count != 3) {
        fprintf(stderr, "usage: reference_server PORT write|coalesce|echo\n");
        return 2;
    }
    signal(SIGPIPE, SIG_IGN);
    allow_many_files();
    is_coalescing = strcmp(arguments[2], "coalesce") == 0;
    epoll = epoll_create1(0);
    int listener = listen_on(atoi(arguments[1]));
    static struct epoll_event events[EVENTS];
    for (;;) {
        int ready = epoll_wait(epoll, events, EVENTS, -1);
        for (int i = 0; i < ready; i++) {
            handle(&events[i], listener);
        }
        for (size_t i = 0; i < dirty_rooms.count; i++) {
            flush_room(dirty_rooms.items[i]);
        }
        dirty_rooms.count = 0;
        free_dead();
    }
}
