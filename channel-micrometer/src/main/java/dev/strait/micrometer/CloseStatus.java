package dev.strait.micrometer;

import dev.strait.runtime.CloseReason;
import java.util.Set;

/**
 * Close reasons as tags. The first three statuses are those of SignalR in OpenTelemetry's semantic conventions for HTTP
 * servers, {@code signalr.connection.status}.
 */
final class CloseStatus {

    private static final Set<Integer> STRAIT_CODES = Set.of(4400, 4401, 4403, 4408, 4409, 4410);

    private CloseStatus() {}

    /** Returns the status of a connection that has closed. */
    static String of(CloseReason reason, boolean isEvicted) {
        int code = reason.code();
        if (isEvicted) {
            return code == 1001 ? "timeout" : "evicted";
        }
        return switch (code) {
            case 1006 -> "lost";
            case 1012 -> "app_shutdown";
            case 4408 -> "timeout";
            case 1008, 1013, 4400, 4401, 4403, 4410 -> "refused";
            case 1002, 1003, 1007, 1009, 1010, 1011 -> "error";
            default -> "normal_closure";
        };
    }

    /** Returns the code, or {@code other} if it is a code of an application. */
    static String code(CloseReason reason) {
        int code = reason.code();
        return code <= 1015 || STRAIT_CODES.contains(code) ? Integer.toString(code) : "other";
    }
}
