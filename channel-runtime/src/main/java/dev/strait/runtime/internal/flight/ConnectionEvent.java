package dev.strait.runtime.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** A connection that has closed. */
@Name("dev.strait.Connection")
@Label("Connection")
@Description("A connection has closed")
@Category("Strait")
@StackTrace(false)
final class ConnectionEvent extends Event {

    @Label("Channel")
    @Nullable
    String channel;

    @Label("Connection")
    @Nullable
    String connection;

    @Label("Close Code")
    int closeCode;

    @Label("Time Open")
    @Timespan(Timespan.MILLISECONDS)
    long open;
}
