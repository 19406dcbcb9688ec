package dev.strait.benchmarks.fanout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The servers that can be measured. */
final class Servers {

    static final String C_WRITE = "c-write";
    static final String C_COALESCE = "c-coalesce";
    static final String C_ECHO = "c-echo";
    static final String STRAIT = "strait";
    static final String BASELINE = "strait-baseline";

    private static final String PEER = "dev.strait.benchmarks.peers.";
    private static final String CHAT = "dev.strait.benchmarks.chat.";

    static final List<ServerProgram> ALL = List.of(
            ServerProgram.reference(C_WRITE, "write", Job.Mode.ECHO),
            ServerProgram.reference(C_COALESCE, "coalesce", Job.Mode.ECHO),
            ServerProgram.reference(C_ECHO, "echo", Job.Mode.FANOUT, Job.Mode.RATE, Job.Mode.IDLE),
            ServerProgram.java(STRAIT, "strait", "channel-server", CHAT + "EmbeddedChatServer"),
            ServerProgram.java(
                    "strait-executor", "strait", "channel-server", "-Dchat.blocking=true", CHAT + "EmbeddedChatServer"),
            ServerProgram.java("strait-tomcat", "strait-tomcat", "tomcat-embed-websocket", CHAT + "TomcatChatServer"),
            ServerProgram.java("strait-jetty", "strait-jetty", "jetty-server", CHAT + "JettyChatServer"),
            ServerProgram.java("strait-undertow", "strait-undertow", "undertow-core", CHAT + "UndertowChatServer"),
            ServerProgram.java("strait-grizzly", "strait-grizzly", "tyrus-server", CHAT + "GrizzlyChatServer"),
            ServerProgram.java("strait-spring", "strait-spring", "spring-boot", CHAT + "SpringChatServer"),
            ServerProgram.java(
                    "strait-spring-metrics",
                    "strait-spring",
                    "spring-boot",
                    "-Dchat.metrics=true",
                    CHAT + "SpringChatServer"),
            ServerProgram.script("bun", "node_modules/.bin/bun", "bun"),
            ServerProgram.script("elysia", "node_modules/.bin/bun", "elysia"),
            ServerProgram.java("vertx", "vertx", "vertx-core", PEER + "VertxServer"),
            ServerProgram.java("netty", "netty", "netty-transport", PEER + "NettyServer"),
            ServerProgram.script("node-ws", "node", "ws"),
            ServerProgram.script("socketio", "node", "socket.io")
                    .withProtocol("socketio", "/socket.io/?EIO=4&transport=websocket"),
            ServerProgram.jvm(
                    "quarkus",
                    "quarkus",
                    "io.quarkus.quarkus-websockets-next",
                    List.of("-jar", "target/quarkus-app/quarkus-run.jar")),
            ServerProgram.java("spring", "spring", "spring-boot", PEER + "SpringServer"),
            ServerProgram.java("spring-stomp", "spring", "spring-boot", PEER + "SpringServer")
                    .withProtocol("stomp", "/stomp", Job.Mode.ECHO),
            ServerProgram.java("tomcat", "tomcat", "tomcat-embed-websocket", PEER + "TomcatServer"),
            ServerProgram.java("jetty", "jetty", "jetty-server", PEER + "JettyServer"),
            ServerProgram.java("undertow", "undertow", "undertow-core", PEER + "UndertowServer"),
            ServerProgram.java("tyrus", "tyrus", "tyrus-server", PEER + "TyrusServer"));

    private Servers() {}

    /** Parses {@code all} or a list of names, and keeps the order of the names. */
    static List<ServerProgram> named(String names) {
        if (names.equals("all")) {
            return ALL;
        }
        List<ServerProgram> servers = new ArrayList<>();
        for (String name : names.split(",")) {
            servers.add(oneNamed(name));
        }
        return servers;
    }

    /** The embedded server of an older version. The folder is its {@code servers/strait}, already built. */
    static ServerProgram baseline(Path folder) {
        return oneNamed(STRAIT).prebuilt(BASELINE, folder);
    }

    /**
     * The servers that run in a round of a job: its references, then all selected servers that support it. Each second round
     * has them in reverse order, because the position in a round affects the figures.
     */
    static List<ServerProgram> participants(Job job, List<ServerProgram> wanted, int round) {
        List<ServerProgram> ordered = new ArrayList<>(wanted);
        if (round % 2 == 0) {
            Collections.reverse(ordered);
        }
        List<ServerProgram> participants = new ArrayList<>();
        job.references().forEach(name -> participants.add(oneNamed(name)));
        for (ServerProgram server : ordered) {
            if (server.supports(job) && !participants.contains(server)) {
                participants.add(server);
            }
        }
        return participants;
    }

    private static ServerProgram oneNamed(String name) {
        return ALL.stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown server: " + name));
    }
}
