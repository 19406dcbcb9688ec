package dev.strait.tests.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the kernel knows about one TCP socket, as {@code ss -tmni} prints it.
 *
 * @param taken the bytes that the process has written: sent and acknowledged, or in the queue
 * @param memory the memory that the socket holds, in bytes, with the overhead of the kernel
 */
record SocketMemory(long taken, long memory) {

    /**
     * Looks at the server's socket of a client.
     *
     * @param serverPort the port of the server
     * @param client address and port of the client
     */
    static SocketMemory of(int serverPort, String client) throws IOException {
        Process ss = new ProcessBuilder(
                        List.of("ss", "-tmniH", "state", "established", "sport", "=", ":" + serverPort, "dst", client))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return parse(new String(ss.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    static SocketMemory parse(String out) throws IOException {
        String[] columns = out.strip().split("\\s+", -1);
        if (columns.length < 2) {
            throw new IOException("no such socket: " + out);
        }
        long unacknowledged = Long.parseLong(columns[1]);
        Matcher acknowledged = Pattern.compile("bytes_acked:(\\d+)").matcher(out);
        Matcher memory = Pattern.compile("skmem:\\(([^)]*)\\)").matcher(out);
        if (!memory.find()) {
            throw new IOException("no skmem: " + out);
        }
        long held = 0;
        for (String part : memory.group(1).split(",", -1)) {
            // What was received, what waits to be sent, what is set aside, options, and what waits for a lock. The rest
            // are
            // limits, or counted by these.
            Matcher value = Pattern.compile("(?:r|f|w|o|bl)(\\d+)").matcher(part);
            held += value.matches() ? Long.parseLong(value.group(1)) : 0;
        }
        return new SocketMemory(
                unacknowledged + (acknowledged.find() ? Long.parseLong(acknowledged.group(1)) : 0), held);
    }
}
