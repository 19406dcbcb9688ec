package dev.strait.runtime.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A message that was emitted. Off by default, because there may be many. */
@Name("dev.strait.Emit")
@Label("Emit")
@Description("A message was emitted")
@Category("Strait")
@StackTrace(false)
@Enabled(false)
final class EmitEvent extends Event {

    @Label("Channel")
    @Nullable
    String channel;

    @Label("Message")
    @Nullable
    String message;

    @Label("Queued")
    int queued;

    @Label("Dropped")
    int dropped;
}
