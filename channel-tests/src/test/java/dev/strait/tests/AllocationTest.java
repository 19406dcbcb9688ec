package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.strait.runtime.spi.codec.JsonReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Decoding and encoding allocate exactly the bytes stated here. */
class AllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 20_000;

    private static final String TEXT = "a text of some length, but not too long";

    private final Zoo_CageCodec codec = new Zoo_CageCodec();

    /** Keeps results from being optimized away. */
    @SuppressWarnings("UnusedVariable")
    private static volatile @Nullable Object sink;

    private static long bytesPer(Supplier<Object> operation) {
        long minimum = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 10; attempt++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < ROUNDS; i++) {
                sink = operation.get();
            }
            minimum = Math.min(minimum, (THREADS.getCurrentThreadAllocatedBytes() - before) / ROUNDS);
        }
        return minimum;
    }

    private static long arrayBytes(int length) {
        return bytesPer(() -> new byte[length]);
    }

    /** A string in Latin-1. */
    private static long stringBytes(int length) {
        byte[] text = new byte[length];
        return bytesPer(() -> new String(text, StandardCharsets.ISO_8859_1));
    }

    private static long readerBytes() {
        byte[] frame = "{}".getBytes(StandardCharsets.UTF_8);
        return bytesPer(() -> JsonReader.of(frame));
    }

    @Test
    void encodingAllocatesOnlyItsResult() {
        Zoo.Cage.ToServer message = new Zoo.Cage.NestedLine(TEXT);
        int length = codec.encodeToServer(message).length();
        assertThat(bytesPer(() -> codec.encodeToServer(message))).isEqualTo(stringBytes(length));
        assertThat(bytesPer(() -> codec.encodeToServerUtf8(message))).isEqualTo(arrayBytes(length));

        Zoo.Cage.ToServer numbers =
                new Zoo.Cage.Defaults('x', 'y', 'z', 'a', 'b', 1_234_567_890_123L, (byte) 1, true, 12.25, 1);
        Zoo.Cage.ToServer escaped = new Zoo.Cage.NestedLine("ä \"quoted\"\n");
        int escapedLength = codec.encodeToServer(escaped).length();
        assertThat(bytesPer(() -> codec.encodeToServer(escaped))).isEqualTo(stringBytes(escapedLength));
        assertThat(codec.decodeToServer(codec.encodeToServer(numbers))).isEqualTo(numbers);
    }

    @Test
    void decodingBytesAllocatesTheRecordAndAtMostAReader() {
        byte[] frame = codec.encodeToServerUtf8(new Zoo.Cage.NestedLine(TEXT));
        long recordBytes = bytesPer(() -> new Zoo.Cage.NestedLine("")) + stringBytes(TEXT.length());
        assertThat(bytesPer(() -> codec.decodeToServer(frame))).isBetween(recordBytes, recordBytes + readerBytes());

        byte[] range = codec.encodeToServerUtf8(new Zoo.Cage.Range(1, 2));
        long rangeBytes = bytesPer(() -> new Zoo.Cage.Range(1, 2));
        assertThat(bytesPer(() -> codec.decodeToServer(range))).isBetween(rangeBytes, rangeBytes + readerBytes());
    }

    @Test
    void decodingTextAllocatesOneMoreBytePerChar() {
        byte[] bytes = codec.encodeToServerUtf8(new Zoo.Cage.NestedLine(TEXT));
        String frame = new String(bytes, StandardCharsets.UTF_8);
        long fromBytes = bytesPer(() -> codec.decodeToServer(bytes));
        assertThat(bytesPer(() -> codec.decodeToServer(frame))).isEqualTo(fromBytes + arrayBytes(frame.length()));
    }

    @Test
    void allocationDoesNotDependOnTheNumberOfUnknownFields() {
        String few = "{\"type\":\"nested-line\",\"a\":1,\"text\":\"" + TEXT + "\"}";
        String many =
                "{\"type\":\"nested-line\",\"a\":\"some text that is skipped\",\"b\":[1,2,\"x\",true],\"c\":-1.5e3,"
                        + "\"d\":\"another\",\"e\":null,\"text\":\"" + TEXT + "\"}";
        byte[] fewBytes = few.getBytes(StandardCharsets.UTF_8);
        byte[] manyBytes = many.getBytes(StandardCharsets.UTF_8);
        assertThat(bytesPer(() -> codec.decodeToServer(manyBytes)))
                .isEqualTo(bytesPer(() -> codec.decodeToServer(fewBytes)));
    }
}
