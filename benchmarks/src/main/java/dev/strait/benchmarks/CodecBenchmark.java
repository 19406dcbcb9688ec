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

/** Decodes and encodes one message of a pool, by one contender. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {

    /** A name of {@link Contender.Kind}. */
    @Param("STRAIT")
    public String contender = "";

    /** A name of {@link Traffic}. */
    @Param("SMALL")
    public String traffic = "";

    private Contender codec = new StraitContender();
    private String[] texts = {};
    private byte[][] bytes = {};
    private Messages.ToServer[] messages = {};
    private int next;

    /** Makes the pool; and shows every kind of message to the contender, so that its profile is not that of one. */
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

    /** Of what is refused, the time until it is. */
    @Benchmark
    public Object refuseText() {
        try {
            return codec.decode(texts[next()]);
        } catch (Exception refused) {
            return refused;
        }
    }
}
