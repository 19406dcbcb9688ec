/*
 * The load client: fills rooms with members, keeps messages in flight, and checks that every member receives every message
 * exactly once.
 *
 * It sleeps on a timer instead of its sockets, so that servers spend no CPU time on waking it up. Exit codes:
 * 2 start failed, 3 violation by the server, 4 no data for ten seconds.
 */
#define _GNU_SOURCE
#include "exchange.h"
#include "protocols.h"
#include <poll.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <unistd.h>

enum { EVENTS = 1024, READ_SIZE = 131072, CONNECTING_AT_ONCE = 50, SETTLE_MICROS = 500000, RATE_RING = 4096 };

enum stage { STAGE_UPGRADING, STAGE_GREETING, STAGE_IN_ROOM };

struct connection {
    struct group *group;
    struct seen seen;
    struct bytes in;
    struct bytes out;
    int fd;
    enum stage stage;
    bool has_delivered;
};

static const int64_t SECOND = 1000000000;
static const int64_t TIMEOUT = 10 * SECOND;
static const unsigned char MASK[4] = {0x37, 0xfa, 0x21, 0x3d};

static struct options options;
static int epoll;
static struct connection *connections;
static int connection_count;
static int entered_count;
static struct group *groups;
static int group_count;
static uint64_t ring;
static struct statistics statistics;
static bool is_sending;
static int64_t last_received;
static unsigned char read_buffer[READ_SIZE];

static void report_violation(const struct connection *connection, const char *what, const void *detail, size_t length) {
    fprintf(stderr, "violation: %s, room %d, connection %d: %.*s\n", what, connection->group->room,
            (int) (connection - connections), (int) (length < 300 ? length : 300), (const char *) detail);
    exit(3);
}

static void watch(struct connection *connection, uint32_t events) {
    struct epoll_event event = {.events = events, .data.ptr = connection};
    epoll_ctl(epoll, EPOLL_CTL_MOD, connection->fd, &event);
}

static void write_bytes(struct connection *connection, const void *data, size_t length) {
    ssize_t sent = 0;
    if (connection->out.length == 0) {
        sent = send(connection->fd, data, length, MSG_NOSIGNAL);
        if (sent < 0 && errno != EAGAIN) {
            report_violation(connection, "send failed", strerror(errno), 30);
        }
        sent = sent < 0 ? 0 : sent;
    }
    if ((size_t) sent < length) {
        bytes_add(&connection->out, (const char *) data + sent, length - (size_t) sent);
        watch(connection, EPOLLIN | EPOLLOUT);
    }
}

static void write_pending(struct connection *connection) {
    struct bytes waiting = connection->out;
    memset(&connection->out, 0, sizeof connection->out);
    watch(connection, EPOLLIN);
    write_bytes(connection, waiting.data, waiting.length);
    free(waiting.data);
}

/* The payload must be preceded by space for the header and the mask. */
static void write_frame(struct connection *connection, int opcode, unsigned char *space, size_t length) {
    unsigned char header[MAX_HEADER];
    size_t header_length = frame_header(header, opcode, length, true);
    memcpy(header + header_length, MASK, 4);
    header_length += 4;
    unsigned char *frame = space + MAX_HEADER - header_length;
    memcpy(frame, header, header_length);
    apply_mask(space + MAX_HEADER, length, MASK);
    write_bytes(connection, frame, header_length + length);
}

static void send_message(struct group *group, int64_t at) {
    static unsigned char *space;
    size_t size = (size_t) options.text_bytes + 512;
    if (space == NULL) {
        space = require_memory(malloc(MAX_HEADER + size));
    }
    char *json = (char *) space + MAX_HEADER;
    size_t length = before_text(json, size, options.protocol, options.mode == MODE_ECHO ? "echo" : "say", group->room);
    size_t text = (size_t) snprintf(json + length, 64, "#%d.%llu;", group->number, (unsigned long long) group->sent);
    memset(json + length + text, 'x', (size_t) options.text_bytes - text);
    length += (size_t) options.text_bytes;
    size_t after_length;
    const char *after = after_text(options.protocol, &after_length);
    memcpy(json + length, after, after_length);
    struct connection *sender = group->members[group->sent % (uint64_t) group->count];
    group->sent_at[group->sent & (ring - 1)] = at;
    group->sent++;
    statistics.in_flight++;
    write_frame(sender, OPCODE_TEXT, space, length + after_length);
}

static const char *read_number(const char *at, const char *end, uint64_t *number) {
    *number = 0;
    while (at < end && *at >= '0' && *at <= '9') {
        *number = *number * 10 + (uint64_t) (*at++ - '0');
    }
    return at;
}

/* Finds the start of the text: a # after a quotation mark. */
static const char *find_text(const char *payload, size_t length) {
    const char *end = payload + length;
    const char *at = memchr(payload, '#', length);
    while (at != NULL && (at == payload || at[-1] != '"')) {
        at = memchr(at + 1, '#', (size_t) (end - at - 1));
    }
    return at;
}

static void check_fields(struct connection *connection, const char *payload, size_t length) {
    connection->has_delivered = true;
    const char *echoed[] = {"echoed", "\"text\"", "\"text\""};
    const char *said[] = {"said", "\"from\"", "\"at\""};
    const char **wanted = options.mode == MODE_ECHO ? echoed : said;
    for (int i = 0; i < 3; i++) {
        if (memmem(payload, length, wanted[i], strlen(wanted[i])) == NULL) {
            report_violation(connection, "missing field", payload, length);
        }
    }
}

static void receive_delivery(struct connection *connection, const char *payload, size_t length, int64_t now) {
    const char *end = payload + length;
    const char *text = find_text(payload, length);
    uint64_t number = 0;
    uint64_t sequence = 0;
    const char *at = text == NULL ? end : read_number(text + 1, end, &number);
    at = at < end && *at == '.' ? read_number(at + 1, end, &sequence) : end;
    if (at >= end || *at != ';' || end - text <= options.text_bytes || text[options.text_bytes] != '"') {
        report_violation(connection, "wrong text", payload, length);
    }
    if (!connection->has_delivered) {
        check_fields(connection, payload, length);
    }
    struct group *group = connection->group;
    const char *wrong = number != (uint64_t) group->number
            ? "message of another room"
            : record_delivery(group, &connection->seen, sequence, ring, &statistics, now);
    if (wrong != NULL) {
        report_violation(connection, wrong, payload, length);
    }
    while (complete_oldest(group, ring, &statistics)) {
        if (is_sending && options.mode != MODE_RATE) {
            send_message(group, nanos_of(CLOCK_MONOTONIC));
        }
    }
}

static void enter_room(struct connection *connection) {
    connection->stage = STAGE_IN_ROOM;
    entered_count++;
}

static void receive_greeting(struct connection *connection, const char *payload, size_t length) {
    unsigned char space[MAX_HEADER + 512];
    char *text = (char *) space + MAX_HEADER;
    bool is_last;
    size_t answer = answer_greeting(text, 512, options.protocol, payload, length, connection->group->room, &is_last);
    write_frame(connection, OPCODE_TEXT, space, answer);
    if (is_last) {
        enter_room(connection);
    }
}

static void receive_text(struct connection *connection, const char *payload, size_t length, int64_t now) {
    enum kind kind = kind_of(options.protocol, payload, length);
    if (kind == KIND_DELIVERY && connection->stage == STAGE_IN_ROOM && options.mode != MODE_IDLE) {
        receive_delivery(connection, payload, length, now);
    } else if (kind == KIND_GREETING && connection->stage == STAGE_GREETING) {
        receive_greeting(connection, payload, length);
    } else if (kind == KIND_IGNORED) {
        if (options.protocol == PROTOCOL_SOCKETIO && payload[0] == '2') {
            unsigned char space[MAX_HEADER + 1];
            space[MAX_HEADER] = '3';
            write_frame(connection, OPCODE_TEXT, space, 1);
        }
    } else {
        report_violation(connection, "unexpected text frame", payload, length);
    }
}

static void receive_frame(struct connection *connection, const struct frame *frame, int64_t now) {
    if (frame->opcode == OPCODE_TEXT && frame->final && frame->mask == NULL) {
        receive_text(connection, (const char *) frame->payload, frame->length, now);
    } else if (frame->opcode == OPCODE_PING && frame->length <= 125) {
        unsigned char space[MAX_HEADER + 125];
        memcpy(space + MAX_HEADER, frame->payload, frame->length);
        write_frame(connection, OPCODE_PONG, space, frame->length);
    } else if (frame->opcode != OPCODE_PONG) {
        const char *what = frame->opcode == OPCODE_CLOSE ? "closed by the server" : "unexpected frame";
        report_violation(connection, what, frame->payload, frame->length);
    }
}

static size_t receive_answer(struct connection *connection, const char *data, size_t length) {
    const char *end = memmem(data, length, "\r\n\r\n", 4);
    if (end == NULL) {
        return 0;
    }
    if (!starts_with(data, length, "HTTP/1.1 101")) {
        report_violation(connection, "upgrade refused", data, length);
    }
    unsigned char space[MAX_HEADER + 512];
    size_t first = first_text((char *) space + MAX_HEADER, 512, options.protocol);
    if (first > 0) {
        write_frame(connection, OPCODE_TEXT, space, first);
    }
    if (options.protocol == PROTOCOL_PLAIN) {
        enter_room(connection);
    } else {
        connection->stage = STAGE_GREETING;
    }
    return (size_t) (end - data) + 4;
}

static size_t consume(struct connection *connection, unsigned char *data, size_t length, int64_t now) {
    size_t used = 0;
    if (connection->stage == STAGE_UPGRADING) {
        used = receive_answer(connection, (const char *) data, length);
    }
    struct frame frame;
    while (connection->stage != STAGE_UPGRADING && frame_read(data + used, length - used, &frame)) {
        used += frame.total;
        receive_frame(connection, &frame, now);
    }
    return used;
}

static void receive(struct connection *connection) {
    ssize_t got = recv(connection->fd, read_buffer, sizeof read_buffer, 0);
    if (got <= 0) {
        if (got == 0 || errno != EAGAIN) {
            report_violation(connection, "connection lost", got == 0 ? "" : strerror(errno), got == 0 ? 0 : 30);
        }
        return;
    }
    int64_t now = nanos_of(CLOCK_MONOTONIC);
    last_received = now;
    struct bytes *in = &connection->in;
    if (in->length > 0) {
        bytes_add(in, read_buffer, (size_t) got);
        bytes_drop(in, consume(connection, in->data, in->length, now));
        return;
    }
    size_t used = consume(connection, read_buffer, (size_t) got, now);
    if (used < (size_t) got) {
        bytes_add(in, read_buffer + used, (size_t) got - used);
    }
}

/* Handles all ready sockets. */
static void handle_ready(int wait_millis) {
    static struct epoll_event events[EVENTS];
    int ready;
    do {
        ready = epoll_wait(epoll, events, EVENTS, wait_millis);
        for (int i = 0; i < ready; i++) {
            struct connection *connection = events[i].data.ptr;
            if (events[i].events & EPOLLOUT) {
                write_pending(connection);
            }
            if (events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) {
                receive(connection);
            }
        }
    } while (ready == EVENTS);
}

static void require_progress(bool is_waiting) {
    if (is_waiting && nanos_of(CLOCK_MONOTONIC) - last_received > TIMEOUT) {
        fprintf(stderr, "timeout: no data for 10 s, %d of %d connections in their rooms, %llu messages in flight\n", entered_count,
                connection_count, (unsigned long long) statistics.in_flight);
        exit(4);
    }
}

static void open_connection(struct connection *connection) {
    connection->fd = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = loopback(options.port);
    if (connection->fd < 0 || connect(connection->fd, (struct sockaddr *) &address, sizeof address) != 0) {
        fail("connect");
    }
    tune_socket(connection->fd);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = connection};
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, connection->fd, &event) != 0) {
        fail("epoll_ctl");
    }
    char path[256];
    char request[512];
    write_path(path, sizeof path, options.path, connection->group->room);
    int length = snprintf(
            request, sizeof request,
            "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
            path, options.port);
    write_bytes(connection, request, (size_t) length);
}

static void open_all(void) {
    last_received = nanos_of(CLOCK_MONOTONIC);
    for (int opened = 0; entered_count < connection_count;) {
        while (opened < connection_count && opened - entered_count < CONNECTING_AT_ONCE) {
            open_connection(&connections[opened++]);
        }
        handle_ready(1000);
        require_progress(true);
    }
    for (int64_t until = nanos_of(CLOCK_MONOTONIC) + SETTLE_MICROS * 1000; nanos_of(CLOCK_MONOTONIC) < until;) {
        handle_ready(50);
    }
}

static void make_groups(void) {
    int members = options.mode == MODE_ECHO ? 1 : options.members;
    connection_count = options.rooms * options.members;
    group_count = connection_count / members;
    ring = ring_size(options.mode == MODE_RATE ? RATE_RING : (uint64_t) options.window);
    connections = require_memory(calloc((size_t) connection_count, sizeof *connections));
    groups = require_memory(calloc((size_t) group_count, sizeof *groups));
    for (int i = 0; i < group_count; i++) {
        group_init(&groups[i], ring);
        groups[i].number = i;
        groups[i].room = i * members / options.members;
        groups[i].count = members;
        groups[i].members = require_memory(calloc((size_t) members, sizeof *groups[i].members));
    }
    for (int i = 0; i < connection_count; i++) {
        connections[i].group = &groups[i / members];
        connections[i].seen.bits = require_memory(calloc(ring / 64, sizeof *connections[i].seen.bits));
        groups[i / members].members[i % members] = &connections[i];
    }
}

static void send_due(int64_t *next, int64_t interval) {
    static int turn;
    for (int64_t now = nanos_of(CLOCK_MONOTONIC); *next <= now; *next += interval) {
        struct group *group = &groups[turn];
        if (group->sent - group->oldest == ring) {
            return;
        }
        send_message(group, *next);
        turn = (turn + 1) % group_count;
    }
}

static void fill_windows(void) {
    for (int i = 0; i < group_count; i++) {
        for (int sent = 0; sent < options.window; sent++) {
            send_message(&groups[i], nanos_of(CLOCK_MONOTONIC));
        }
    }
}

struct sample {
    int64_t at;
    int64_t server;
    int64_t client;
};

static struct sample take_sample(void) {
    clockid_t server = CLOCK_PROCESS_CPUTIME_ID;
    if (options.pid > 0 && clock_getcpuclockid(options.pid, &server) != 0) {
        fail("clock_getcpuclockid");
    }
    struct sample sample = {nanos_of(CLOCK_MONOTONIC), nanos_of(server), nanos_of(CLOCK_PROCESS_CPUTIME_ID)};
    return sample;
}

static void print_result(struct sample from, struct sample to, uint64_t deliveries) {
    double seconds = (double) (to.at - from.at) / 1e9;
    printf("{\"mode\":\"%s\",\"rooms\":%d,\"members\":%d,\"window\":%d,\"deliveries\":%llu,\"seconds\":%.3f,"
           "\"serverCpuNanos\":%lld,\"clientCpuNanos\":%lld,\"nanosPerDelivery\":%.1f,\"deliveriesPerSecond\":%.1f,"
           "\"p50Micros\":%llu,\"p99Micros\":%llu,\"disorder\":%llu}\n",
           MODES[options.mode], options.rooms, options.members, options.window, (unsigned long long) deliveries, seconds,
           (long long) (to.server - from.server), (long long) (to.client - from.client),
           (double) (to.server - from.server) / (double) (deliveries > 0 ? deliveries : 1), (double) deliveries / seconds,
           (unsigned long long) histogram_micros(&statistics.latency, 0.5),
           (unsigned long long) histogram_micros(&statistics.latency, 0.99), (unsigned long long) statistics.disorder);
}

/* Keeps messages in flight until the given time. */
static void run_until(int64_t until, int64_t *next) {
    int64_t interval = (int64_t) (1e9 * options.members / options.rate);
    struct timespec step = {0, options.mode == MODE_RATE ? 50000 : options.mode == MODE_ECHO ? 200000 : 300000};
    while (nanos_of(CLOCK_MONOTONIC) < until) {
        if (options.mode == MODE_RATE) {
            send_due(next, interval);
        }
        handle_ready(0);
        require_progress(statistics.in_flight > 0);
        nanosleep(&step, NULL);
    }
}

static void drain(void) {
    struct timespec step = {0, 300000};
    is_sending = false;
    while (statistics.in_flight > 0) {
        handle_ready(0);
        require_progress(true);
        nanosleep(&step, NULL);
    }
}

static void run(void) {
    int64_t next = nanos_of(CLOCK_MONOTONIC);
    int64_t begin = next;
    last_received = begin;
    is_sending = true;
    statistics.measured_from = INT64_MAX;
    if (options.mode != MODE_RATE) {
        fill_windows();
    }
    run_until(begin + (int64_t) (options.warmup * 1e9), &next);
    struct sample from = take_sample();
    uint64_t before = statistics.deliveries;
    statistics.disorder = 0;
    statistics.measured_from = from.at;
    statistics.measured_until = INT64_MAX;
    run_until(from.at + (int64_t) (options.seconds * 1e9), &next);
    struct sample to = take_sample();
    uint64_t deliveries = statistics.deliveries - before;
    statistics.measured_until = to.at;
    drain();
    print_result(from, to, deliveries);
}

static void stay_idle(void) {
    printf("READY\n");
    fflush(stdout);
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    while (poll(&input, 1, 100) == 0) {
        handle_ready(0);
    }
}

int main(int count, char **arguments) {
    options = read_options(count, arguments);
    allow_many_files();
    prctl(PR_SET_TIMERSLACK, 1);
    epoll = epoll_create1(0);
    make_groups();
    open_all();
    if (options.mode == MODE_IDLE) {
        stay_idle();
    } else {
        run();
    }
    return 0;
}
