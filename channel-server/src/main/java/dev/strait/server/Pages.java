package dev.strait.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page that shows the channels of a hub, the list behind it, and who may see both and the AsyncAPI documents. */
final class Pages {

    /** Who may see the pages. */
    enum Audience {
        NO_ONE,
        /** Browsers on the machine of the server that reach it without a proxy. */
        THIS_MACHINE,
        EVERYONE
    }

    private static final String SHORT = "/channels";
    static final String PAGE = "/strait/channels.html";
    private static final String LIST = "/strait/channels.json";

    /** A folder may be on a file system that ignores case. */
    private static final Pattern GUARDED = Pattern.compile(
            "/strait/(channels\\.(html|json)|channels/.*|.*\\.asyncapi\\.json)", Pattern.CASE_INSENSITIVE);

    /** Other names are refused, because another site may have one that resolves to this machine. */
    private static final Pattern LOCAL_HOST =
            Pattern.compile("(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?", Pattern.CASE_INSENSITIVE);

    /** What proxies add. */
    private static final List<String> FORWARDED =
            List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP");

    private final Audience audience;
    private final Supplier<List<String>> channels;

    Pages(Audience audience, Supplier<List<String>> channels) {
        this.audience = audience;
        this.channels = channels;
    }

    /** Returns the answer to a request; null if it is one for a file. */
    @Nullable
    Answer answer(HttpRequest request, @Nullable SocketAddress peer) {
        String path;
        try {
            path = new QueryStringDecoder(request.uri()).path();
        } catch (IllegalArgumentException badEncoding) {
            return null; // refused with the file
        }
        boolean isOurs = path.equals(SHORT) || GUARDED.matcher(path).matches();
        if (!isOurs) {
            return null;
        }
        if (!mayView(request, peer)) {
            return path.equals(SHORT) ? null : Answer.of(Answer.text(HttpResponseStatus.NOT_FOUND, "Not found.\n"));
        }
        if (path.equals(SHORT)) {
            HttpResponse redirect = Answer.text(HttpResponseStatus.FOUND, "The page is at " + PAGE + ".\n");
            redirect.headers().set(HttpHeaderNames.LOCATION, PAGE.substring(1)); // also behind the path of a proxy
            return Answer.of(redirect);
        }
        return path.toLowerCase(Locale.ROOT).equals(LIST) ? list() : null;
    }

    private boolean mayView(HttpRequest request, @Nullable SocketAddress peer) {
        return switch (audience) {
            case NO_ONE -> false;
            case EVERYONE -> true;
            case THIS_MACHINE -> {
                String host = request.headers().get(HttpHeaderNames.HOST, "");
                yield peer instanceof InetSocketAddress address
                        && address.getAddress().isLoopbackAddress()
                        && LOCAL_HOST.matcher(host).matches()
                        && FORWARDED.stream().noneMatch(request.headers()::contains);
            }
        };
    }

    private Answer list() {
        // Names of Java have no characters that JSON would escape.
        String json = channels.get().stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
        ByteBuf body = Unpooled.copiedBuffer(channels.get().isEmpty() ? "[]" : json, StandardCharsets.UTF_8);
        HttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, body);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        return Answer.of(response);
    }
}
