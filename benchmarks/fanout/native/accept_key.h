/* Computes Sec-WebSocket-Accept: SHA-1 and Base64, small rather than fast. */
#ifndef ACCEPT_KEY_H
#define ACCEPT_KEY_H

#include <stdint.h>
#include <string.h>

static inline uint32_t rotate_left(uint32_t word, int bits) {
    return word << bits | word >> (32 - bits);
}

static inline void sha1_block(uint32_t state[5], const unsigned char *block) {
    uint32_t words[80];
    for (int i = 0; i < 16; i++) {
        words[i] = (uint32_t) block[4 * i] << 24 | (uint32_t) block[4 * i + 1] << 16 | (uint32_t) block[4 * i + 2] << 8
                | block[4 * i + 3];
    }
    for (int i = 16; i < 80; i++) {
        words[i] = rotate_left(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
    }
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
    for (int i = 0; i < 80; i++) {
        uint32_t mixed = i < 20 ? ((b & c) | (~b & d)) + 0x5A827999
                : i < 40        ? (b ^ c ^ d) + 0x6ED9EBA1
                : i < 60        ? ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDC
                                : (b ^ c ^ d) + 0xCA62C1D6;
        uint32_t next = rotate_left(a, 5) + mixed + e + words[i];
        e = d;
        d = c;
        c = rotate_left(b, 30);
        b = a;
        a = next;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
}

/* The text must be shorter than 119 bytes. */
static inline void sha1_of_short_text(const char *text, unsigned char digest[20]) {
    unsigned char blocks[128] = {0};
    size_t length = strlen(text);
    size_t end = length < 56 ? 64 : 128;
    memcpy(blocks, text, length);
    blocks[length] = 0x80;
    blocks[end - 2] = (unsigned char) (length * 8 >> 8);
    blocks[end - 1] = (unsigned char) (length * 8);
    uint32_t state[5] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    for (size_t at = 0; at < end; at += 64) {
        sha1_block(state, blocks + at);
    }
    for (int i = 0; i < 20; i++) {
        digest[i] = (unsigned char) (state[i / 4] >> (24 - 8 * (i % 4)));
    }
}

/* Writes 28 characters and the terminating null. */
static inline void accept_key(const char *key, size_t length, char out[29]) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char text[118] = {0};
    size_t copied = length < 64 ? length : 64;
    memcpy(text, key, copied);
    strcpy(text + copied, "258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    unsigned char digest[21] = {0};
    sha1_of_short_text(text, digest);
    for (int i = 0; i < 7; i++) {
        uint32_t group = (uint32_t) digest[3 * i] << 16 | (uint32_t) digest[3 * i + 1] << 8 | digest[3 * i + 2];
        for (int j = 0; j < 4; j++) {
            out[4 * i + j] = digits[group >> (18 - 6 * j) & 63];
        }
    }
    out[27] = '=';
    out[28] = 0;
}

#endif
