package dev.strait.spring;

import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a handshake keeps of its HTTP session: a hash, because the id itself is a credential. */
final class SessionKey {

    static final String ATTRIBUTE = "dev.strait.spring.session";

    private SessionKey() {}

    static String of(HttpSession session) {
        return of(session.getId());
    }

    static String of(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
