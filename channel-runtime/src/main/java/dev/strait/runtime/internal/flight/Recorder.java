package dev.strait.runtime.internal.flight;

import dev.strait.runtime.ChannelListener;

/** Records the events of a hub, while something wants them. Safe for all threads. */
public interface Recorder extends ChannelListener {

    /** Records nothing. */
    Recorder NONE = () -> false;

    /** Whether events are recorded now. */
    boolean isActive();

    /** Returns the recorder of this JVM; {@link #NONE} if it has no module {@code jdk.jfr}. */
    static Recorder ofThisJvm() {
        return ModuleLayer.boot().findModule("jdk.jfr").isPresent() ? new FlightRecording() : NONE;
    }
}
