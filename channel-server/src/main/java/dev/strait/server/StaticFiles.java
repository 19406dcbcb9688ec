package dev.strait.server;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpChunkedInput;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.stream.ChunkedStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Answers GET and HEAD requests with the static files of an application, which are assumed to be small. */
final class StaticFiles {

    private static final System.Logger LOG = System.getLogger(StaticFiles.class.getName());

    private static final String INDEX = "index.html";

    private final FileSource source;

    StaticFiles(FileSource source) {
        this.source = source;
    }

    /** Returns the response to a request. */
    Answer answer(HttpRequest request) {
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            HttpResponse refused =
                    Answer.text(HttpResponseStatus.METHOD_NOT_ALLOWED, "Method not allowed. Use GET or HEAD.\n");
            refused.headers().set(HttpHeaderNames.ALLOW, "GET, HEAD");
            return Answer.of(refused);
        }
        try {
            String path = path(request.uri());
            Optional<Content> content = isSafe(path) ? find(path) : Optional.empty();
            return content.isPresent()
                    ? file(request, path, content.get())
                    : Answer.of(Answer.text(HttpResponseStatus.NOT_FOUND, "Not found.\n"));
        } catch (IllegalArgumentException badEncoding) {
            return Answer.of(
                    Answer.text(HttpResponseStatus.BAD_REQUEST, "The path has an invalid percent-encoding.\n"));
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.ERROR, "A static file could not be read.", failed);
            return Answer.of(Answer.text(HttpResponseStatus.INTERNAL_SERVER_ERROR, "The file cannot be read.\n"));
        }
    }

    private static String path(String uri) {
        return new QueryStringDecoder(uri).path();
    }

    /**
     * Whether a path consists of file names only: none is empty or hidden, or has characters that a file system could
     * interpret.
     */
    private static boolean isSafe(String path) {
        char last = 0;
        for (int i = 0; i < path.length(); i++) {
            char next = path.charAt(i);
            boolean isFirst = last == '/';
            if (next == '\\'
                    || next == ':'
                    || Character.isISOControl(next)
                    || (isFirst && (next == '/' || next == '.'))) {
                return false;
            }
            last = next;
        }
        return path.startsWith("/");
    }

    private Optional<Content> find(String path) throws IOException {
        return source.find(path.endsWith("/") ? path.substring(1) + INDEX : path.substring(1));
    }

    /** Compares weakly, because proxies that compress mark tags as weak (RFC 9110, section 13.1.2). */
    private static boolean isAmong(String tag, List<String> lines) {
        for (String line : lines) {
            for (String known : line.split(",", -1)) {
                String strong = known.strip().startsWith("W/") ? known.strip().substring(2) : known.strip();
                if (strong.equals(tag) || strong.equals("*")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Answer file(HttpRequest request, String path, Content content) throws IOException {
        String tag = "\"" + content.version() + "\"";
        boolean isKnown = isAmong(tag, request.headers().getAll(HttpHeaderNames.IF_NONE_MATCH));
        HttpResponse head = isKnown
                ? new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, HttpResponseStatus.NOT_MODIFIED, Unpooled.EMPTY_BUFFER)
                : new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head.headers()
                .set(HttpHeaderNames.ETAG, tag)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-cache")
                .set("X-Content-Type-Options", "nosniff");
        if (path.equals(Pages.PAGE)) { // other sites could make a visitor click in a frame
            head.headers().set("Content-Security-Policy", "frame-ancestors 'none'");
        }
        if (isKnown) {
            return Answer.of(head);
        }
        head.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, ContentTypes.of(path.endsWith("/") ? INDEX : path))
                .set(HttpHeaderNames.CONTENT_LENGTH, content.bytes());
        return new Answer(
                head,
                request.method().equals(HttpMethod.HEAD)
                        ? LastHttpContent.EMPTY_LAST_CONTENT
                        : new HttpChunkedInput(new ChunkedStream(
                                new ExactStream(content.opener().open(), content.bytes()))));
    }
}
