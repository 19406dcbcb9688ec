package dev.strait.server;

import java.io.IOException;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** Answers that the server is up. */
final class HealthHandler extends HttpHandler {

    @Override
    public void service(Request request, Response response) throws IOException {
        response.setContentType("text/plain");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write("ok\n");
    }
}
