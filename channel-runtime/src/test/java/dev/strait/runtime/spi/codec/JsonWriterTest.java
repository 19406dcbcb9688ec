package dev.strait.runtime.spi.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    private static final JsonConstant TYPE = JsonConstant.type("said");
    private static final JsonConstant A = JsonConstant.name("a");
    private static final JsonConstant LONG = JsonConstant.name("aNameOfMoreThanSixteenBytes");
    private static final JsonConstant ODD = JsonConstant.name("größe?\"名");

    private static void write(JsonWriter out) {
        out.type(TYPE).name(A).beginObject().endObject();
        out.name(LONG).beginArray().endArray();
        out.name(ODD).beginArray().element().value(1);
        out.element().beginObject().name(A).value("ä中");
        out.name(LONG).nullValue();
        out.endObject().element().raw("{\"raw\":\"中\"}");
        out.endArray().name(A).beginObject().key("k\n").value(true);
        out.key("").value('c');
        out.endObject().endObject();
    }

    private static final String EXPECTED =
            "{\"type\":\"said\",\"a\":{},\"aNameOfMoreThanSixteenBytes\":[],\"gr\\u00f6\\u00dfe?\\\"\\u540d\":[1,{\"a\":\"ä中\","
                    + "\"aNameOfMoreThanSixteenBytes\":null},{\"raw\":\"中\"}],\"a\":{\"k\\n\":true,\"\":\"c\"}}";

    @Test
    void commasSeparateFieldsAndElements() {
        try (JsonWriter out = JsonWriter.ofText()) {
            write(out);
            assertThat(out.finish()).isEqualTo(EXPECTED);
        }
        try (JsonWriter out = JsonWriter.ofUtf8()) {
            write(out);
            assertThat(out.finishUtf8()).isEqualTo(EXPECTED.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void nestedWritersHaveSeparateBuffers() {
        try (JsonWriter out = JsonWriter.ofText()) {
            out.beginObject().name(A);
            try (JsonWriter inner = JsonWriter.ofText()) {
                inner.value("inner");
                assertThat(inner.finish()).isEqualTo("\"inner\"");
            }
            out.value("outer");
            assertThat(out.endObject().finish()).isEqualTo("{\"a\":\"outer\"}");
        }
    }

    @Test
    void aReusedWriterIsResetAfterAFailure() {
        try (JsonWriter out = JsonWriter.ofText()) {
            out.beginObject().name(A);
            assertThatThrownBy(() -> out.value(Double.NaN))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("/a is NaN or infinite, which JSON does not support.");
        }
        try (JsonWriter out = JsonWriter.ofText()) {
            out.beginArray().element().value("中");
            assertThat(out.endArray().finish()).isEqualTo("[\"中\"]");
        }
        try (JsonWriter out = JsonWriter.ofText()) {
            assertThat(out.beginArray().endArray().finish()).isEqualTo("[]");
        }
    }

    @Test
    void textsLargerThanTheBufferAreWrittenCompletely() {
        for (String text :
                new String[] {"x".repeat(300_000), "\n".repeat(100_000), "中".repeat(100_000), "ä".repeat(100_000)}) {
            try (JsonWriter out = JsonWriter.ofText()) {
                out.beginObject().name(A).value(text);
                String frame = out.endObject().finish();
                assertThat(frame).isEqualTo("{\"a\":\"" + text.replace("\n", "\\n") + "\"}");
            }
            try (JsonWriter out = JsonWriter.ofUtf8()) {
                out.beginObject().name(A).value(text);
                assertThat(new String(out.endObject().finishUtf8(), StandardCharsets.UTF_8))
                        .isEqualTo("{\"a\":\"" + text.replace("\n", "\\n") + "\"}");
            }
        }
    }

    @Test
    @SuppressWarnings("NullAway") // null on purpose
    void nullAndInfinityAreRejectedWithTheirPath() {
        try (JsonWriter out = JsonWriter.ofText()) {
            out.type(TYPE).name(A).beginArray().element().beginObject().endObject();
            out.element().beginObject().name(LONG);
            assertThatThrownBy(() -> out.value((String) null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("/a/1/aNameOfMoreThanSixteenBytes is null, but the contract does not allow null.");
            assertThatThrownBy(() -> out.value(Float.NEGATIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
