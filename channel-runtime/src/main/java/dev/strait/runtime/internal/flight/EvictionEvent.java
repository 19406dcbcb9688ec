package dev.strait.runtime.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A connection that the server closes, because it is slow, idle or over a limit. */
@Name("dev.strait.Eviction")
@Label("Eviction")
@Description("The server closes a connection that is slow, idle or over a limit")
@Category("Strait")
@StackTrace(false)
final class EvictionEvent extends Event {

    @Label("Channel")
    @Nullable
    String channel;

    @Label("Connection")
    @Nullable
    String connection;

    @Label("Close Code")
    int closeCode;

    @Label("Reason")
    @Nullable
    String reason;
}
