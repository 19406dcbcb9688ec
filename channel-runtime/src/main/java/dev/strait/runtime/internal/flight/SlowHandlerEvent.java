package dev.strait.runtime.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** A message whose handler took 50 ms or more. */
@Name("dev.strait.SlowHandler")
@Label("Slow Handler")
@Description("A handler took 50 ms or more for a message")
@Category("Strait")
@StackTrace(false)
final class SlowHandlerEvent extends Event {

    @Label("Channel")
    @Nullable
    String channel;

    @Label("Connection")
    @Nullable
    String connection;

    @Label("Message")
    @Nullable
    String message;

    @Label("Time")
    @Timespan(Timespan.NANOSECONDS)
    long time;
}
