package dev.strait.benchmarks.fanout;

import dev.strait.runtime.Handshake;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Runs a small test with a test kit: two clients connect, one sends a message, and both read it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TestKitBenchmark {

    /** Sends each message to everyone. */
    private static final class Repeating implements EchoHandler<String> {

        @Override
        public String open(Handshake handshake) {
            return "";
        }

        @Override
        public void onSay(Echo.Say say, EchoConnection<String> from) {
            from.toEveryone().said(say.number(), say.text());
        }
    }

    @Benchmark
    public List<Echo.ToClient> test() {
        try (EchoTestKit kit = EchoTestKit.of(new Repeating())) {
            EchoTestKit.Client ann = kit.connect();
            EchoTestKit.Client bob = kit.connect();
            ann.say(1, "hi");
            if (ann.received().isEmpty()) {
                throw new AssertionError("lost");
            }
            return bob.received();
        }
    }
}
