package dev.strait.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Decodes or encodes one message of a pool per operation, with one contender. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {

    /** The name of a {@link Contender.Kind}. */
    @Param("STRAIT")
    public String contender = "";

    /** The name of a {@link Traffic}. */
    @Param("SMALL")
    public String traffic = "";

    private Contender codec = new StraitContender();
    private String[] texts = {};
    private byte[][] bytes = {};
    private Messages.ToServer[] messages = {};
    private int next;

    /** Creates the pool, and warms up with all kinds of messages so that the JIT compiler cannot specialize for one kind. */
    @Setup
    public void prepare() throws Exception {
        Contender.Kind kind = Contender.Kind.valueOf(contender);
        Traffic shape = Traffic.valueOf(traffic);
        codec = kind.make();
        Contenders.requireEqual(kind, codec);
        List<String> frames = shape.frames();
        texts = frames.toArray(String[]::new);
        bytes = frames.stream().map(Samples::utf8).toArray(byte[][]::new);
        messages = shape.messages().toArray(Messages.ToServer[]::new);
        Contenders.warm(codec);
    }

    private int next() {
        int index = next;
        next = index + 1 == texts.length ? 0 : index + 1;
        return index;
    }

    @Benchmark
    public Object decodeText() throws Exception {
        return codec.decode(texts[next()]);
    }

    @Benchmark
    public Object decodeBytes() throws Exception {
        return codec.decode(bytes[next()]);
    }

    @Benchmark
    public Object encodeText() throws Exception {
        return codec.encode(messages[next()]);
    }

    @Benchmark
    public Object encodeBytes() throws Exception {
        return codec.encodeUtf8(messages[next()]);
    }

    /** Measures the time until an invalid message is rejected. */
    @Benchmark
    public Object rejectText() {
        try {
            return codec.decode(texts[next()]);
        } catch (Exception rejected) {
            return rejected;
        }
    }
}
