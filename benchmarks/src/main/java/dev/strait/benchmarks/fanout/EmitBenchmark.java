package dev.strait.benchmarks.fanout;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.ChannelListener;
import dev.strait.runtime.Delivery;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Emits a message that has no recipient: what each emit costs at least. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EmitBenchmark {

    /** The number of listeners. */
    @Param({"0", "1"})
    public int listeners;

    private ChannelHub hub = ChannelHub.create();
    private EchoEmitter emitter = EchoEmitter.of(hub);

    /** Creates the hub. */
    @Setup
    public void prepare() {
        hub.close();
        ChannelHub.Builder builder = ChannelHub.builder();
        for (int i = 0; i < listeners; i++) {
            builder.listener(new ChannelListener() {});
        }
        hub = builder.build();
        emitter = EchoEmitter.of(hub);
    }

    /** Closes the hub. */
    @TearDown
    public void close() {
        hub.close();
    }

    @Benchmark
    public Delivery emit() {
        return emitter.everyone().said(1, "hi");
    }
}
