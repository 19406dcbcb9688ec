package dev.strait.example.react;

import dev.strait.runtime.ChannelHub;
import dev.strait.server.ChannelServer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Starts the example. {@code -Dport=} sets the port, and {@code -Dfrontend=} the folder of the built front end.
 */
public final class PollExample {

    private PollExample() {}

    /** Serves until the process is stopped. */
    public static void main(String[] arguments) {
        int port = Integer.getInteger("port", 8080);
        Path frontend = Path.of(System.getProperty("frontend", "frontend/dist"));
        ChannelHub hub = ChannelHub.create();
        hub.add(PollEndpoint.of(new PollService()));

        ChannelServer.Builder builder = ChannelServer.builder(hub).port(port);
        if (Files.isDirectory(frontend)) {
            builder.files(frontend);
        } else {
            System.out.println("There is no front end in " + frontend + ". Run: npm run build, or npm run dev");
        }
        try (ChannelServer server = builder.start()) {
            System.out.println("The poll runs at http://localhost:" + server.port() + " (Ctrl-C stops it)");
            server.await();
        }
    }
}
