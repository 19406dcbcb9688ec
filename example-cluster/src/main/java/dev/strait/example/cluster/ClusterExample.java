package dev.strait.example.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a Redis server and two nodes, each in a process of its own. {@code -Dports=8081,8082} and {@code -Dredis.port=6390} are
 * the defaults.
 */
public final class ClusterExample {

    private ClusterExample() {}

    /** Runs until the process is stopped, or one of the others ends. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String redisPort = System.getProperty("redis.port", "6390");
        List<Process> processes = new ArrayList<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> processes.forEach(Process::destroy)));
        try {
            processes.add(redis(redisPort));
            int number = 0;
            for (String port : System.getProperty("ports", "8081,8082").split(",", -1)) {
                number++;
                processes.add(node("web-" + number, port, "redis://localhost:" + redisPort));
            }
            System.out.println("Open both, or put nginx.conf in front of them. Ctrl-C stops all.");
            processes.get(0).waitFor();
        } finally {
            processes.forEach(Process::destroy);
        }
    }

    private static Process redis(String port) throws IOException {
        try {
            return new ProcessBuilder("redis-server", "--port", port, "--bind", "127.0.0.1", "--save", "")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException missing) {
            throw new IOException(
                    "redis-server cannot be started. Install it: it is in the package redis-server of Debian and Ubuntu,"
                            + " and in redis of Homebrew.",
                    missing);
        }
    }

    private static Process node(String name, String port, String redis) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClusterNode.class.getName(),
                        name,
                        port,
                        redis)
                .inheritIO()
                .start();
    }
}
