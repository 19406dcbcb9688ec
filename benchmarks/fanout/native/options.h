/* Parses the command line of the load client. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum mode { MODE_FANOUT, MODE_ECHO, MODE_RATE, MODE_IDLE };
enum protocol { PROTOCOL_PLAIN, PROTOCOL_SOCKETIO, PROTOCOL_STOMP };

static const char *const MODES[] = {"fanout", "echo", "rate", "idle", NULL};
static const char *const PROTOCOLS[] = {"plain", "socketio", "stomp", NULL};

struct options {
    int port;
    const char *path;
    int rooms;
    int members;
    int window;
    double warmup;
    double seconds;
    int pid;
    int mode;
    int protocol;
    double rate;
    int text_bytes;
};

static inline void usage(const char *wrong) {
    fprintf(stderr,
            "invalid option: %s\nusage: load --port P --path PATH --rooms R --members M --window W --warmup S --seconds S --pid PID"
            " --mode fanout|echo|rate|idle --protocol plain|socketio|stomp [--rate DELIVERIES_PER_SECOND]"
            " [--text-bytes N]\n",
            wrong);
    exit(2);
}

static inline int word_index(const char *const *words, const char *word) {
    for (int i = 0; words[i] != NULL; i++) {
        if (strcmp(words[i], word) == 0) {
            return i;
        }
    }
    usage(word);
    return -1;
}

static inline void read_option(struct options *options, const char *name, const char *value) {
    if (strcmp(name, "--path") == 0) {
        options->path = value;
    } else if (strcmp(name, "--mode") == 0) {
        options->mode = word_index(MODES, value);
    } else if (strcmp(name, "--protocol") == 0) {
        options->protocol = word_index(PROTOCOLS, value);
    } else if (strcmp(name, "--warmup") == 0) {
        options->warmup = atof(value);
    } else if (strcmp(name, "--seconds") == 0) {
        options->seconds = atof(value);
    } else if (strcmp(name, "--rate") == 0) {
        options->rate = atof(value);
    } else {
        int number = atoi(value);
        if (strcmp(name, "--port") == 0) {
            options->port = number;
        } else if (strcmp(name, "--rooms") == 0) {
            options->rooms = number;
        } else if (strcmp(name, "--members") == 0) {
            options->members = number;
        } else if (strcmp(name, "--window") == 0) {
            options->window = number;
        } else if (strcmp(name, "--pid") == 0) {
            options->pid = number;
        } else if (strcmp(name, "--text-bytes") == 0) {
            options->text_bytes = number;
        } else {
            usage(name);
        }
    }
}

static inline struct options read_options(int count, char **arguments) {
    struct options options = {
            .path = "/ws/chat/r%d", .rooms = 1, .members = 1, .window = 1, .warmup = 1, .seconds = 2, .rate = 20000,
            .text_bytes = 46};
    for (int i = 1; i < count; i += 2) {
        if (i + 1 == count) {
            usage(arguments[i]);
        }
        read_option(&options, arguments[i], arguments[i + 1]);
    }
    if (options.port <= 0 || options.rooms < 1 || options.members < 1 || options.window < 1 || options.text_bytes < 24) {
        usage("number out of range");
    }
    return options;
}

#endif
