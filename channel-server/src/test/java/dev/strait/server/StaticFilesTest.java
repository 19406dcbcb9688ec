package dev.strait.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpChunkedInput;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.io.EOFException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A response has its announced length even if the file changes. Extra bytes would be read as the next response. */
class StaticFilesTest {

    private static final String TEXT = "0123456789".repeat(2_000);

    @TempDir
    private Path folder;

    private Path file;
    private Answer answer;
    private HttpChunkedInput body;

    @BeforeEach
    void request() throws Exception {
        file = Files.writeString(folder.resolve("page.txt"), TEXT);
        answer = new StaticFiles(FileSource.folder(folder))
                .answer(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/page.txt"));
        body = (HttpChunkedInput) Objects.requireNonNull(answer.body());
    }

    private int sendSome() throws Exception {
        HttpContent content = body.readChunk(UnpooledByteBufAllocator.DEFAULT);
        int bytes = content.content().readableBytes();
        content.release();
        return bytes;
    }

    private int sendAll() throws Exception {
        int sent = 0;
        while (!body.isEndOfInput()) {
            sent += sendSome();
        }
        return sent;
    }

    @Test
    void aGrowingFileIsSentWithItsAnnouncedLength() throws Exception {
        int sent = sendSome();
        Files.writeString(file, "and more", StandardOpenOption.APPEND);
        assertThat(sent + sendAll()).isEqualTo(TEXT.length()).isEqualTo((int)
                HttpUtil.getContentLength(answer.head(), 0L));
    }

    @Test
    void aFileThatGrowsAfterItsLastByteIsSentWithItsAnnouncedLength() throws Exception {
        int sent = 0;
        while (sent < TEXT.length()) {
            sent += sendSome();
        }
        Files.writeString(file, "and more", StandardOpenOption.APPEND);
        assertThat(sent + sendAll()).isEqualTo(TEXT.length());
    }

    @Test
    void aShrinkingFileFailsItsResponse() throws Exception {
        sendSome();
        Files.writeString(file, "");
        assertThatThrownBy(this::sendAll).isInstanceOf(EOFException.class);
    }
}
