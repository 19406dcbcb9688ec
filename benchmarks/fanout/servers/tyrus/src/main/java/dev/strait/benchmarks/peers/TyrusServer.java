package dev.strait.benchmarks.peers;

import java.util.concurrent.CountDownLatch;
import org.glassfish.tyrus.server.Server;

/** Chat on Tyrus and Grizzly, with a hand-written endpoint. */
public final class TyrusServer {

    private TyrusServer() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(System.getenv("PORT"));
        new Server("127.0.0.1", port, "/", null, ChatEndpoint.class).start();
        new CountDownLatch(1).await();
    }
}
