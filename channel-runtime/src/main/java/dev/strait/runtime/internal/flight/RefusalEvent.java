package dev.strait.runtime.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A frame, a join or a connection that was refused. */
@Name("dev.strait.Refusal")
@Label("Refusal")
@Description("A frame, a join or a connection was refused")
@Category("Strait")
@StackTrace(false)
final class RefusalEvent extends Event {

    @Label("Channel")
    @Nullable
    String channel;

    @Label("Connection")
    @Nullable
    String connection;

    @Label("Error Code")
    @Nullable
    String code;
}
