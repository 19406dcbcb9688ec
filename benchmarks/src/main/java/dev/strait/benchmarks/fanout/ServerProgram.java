package dev.strait.benchmarks.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A server's program: how it is built, started and spoken to.
 *
 * @param name how it is called on the command line and in the tables
 * @param folder where it lies under {@code servers}; empty for the C programs
 * @param command what starts it, in its folder, with {@code {java}}, {@code {native}} and {@code {port}} to be replaced
 * @param environment what it is told beside the port
 * @param path the load client's path, with {@code %d} for the room
 * @param protocol how the load client speaks
 * @param unable the jobs that it cannot do
 * @param library the start of a jar's name, or an npm package, whose version is that of the server; empty if it has none
 */
record ServerProgram(
        String name,
        String folder,
        Build build,
        List<String> command,
        Map<String, String> environment,
        String path,
        String protocol,
        List<Job.Mode> unable,
        String library) {

    enum Build {
        CC,
        MAVEN,
        NPM
    }

    private static final List<String> JVM_FLAGS = List.of("-XX:+UseSerialGC", "-Xmx768m", "-Xms768m");

    static ServerProgram reference(String name, String behaviour, Job.Mode... unable) {
        return new ServerProgram(
                name,
                "",
                Build.CC,
                List.of("{native}/reference_server", "{port}", behaviour),
                Map.of(),
                "/ws/chat/r%d",
                "plain",
                List.of(unable),
                "");
    }

    /** A project with its class files and its libraries in {@code target}; the arguments end with the main class. */
    static ServerProgram java(String name, String folder, String library, String... arguments) {
        List<String> all = new ArrayList<>(List.of("-cp", "target/classes:target/lib/*"));
        all.addAll(List.of(arguments));
        return jvm(name, folder, library, all);
    }

    static ServerProgram jvm(String name, String folder, String library, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("{java}"));
        command.addAll(JVM_FLAGS);
        command.addAll(arguments);
        return new ServerProgram(
                name, folder, Build.MAVEN, command, Map.of(), "/ws/chat/r%d", "plain", List.of(), library);
    }

    static ServerProgram script(String name, String interpreter, String library) {
        return new ServerProgram(
                name,
                name,
                Build.NPM,
                List.of(interpreter, "server.js"),
                Map.of(),
                "/ws/chat/r%d",
                "plain",
                List.of(),
                library);
    }

    ServerProgram speaking(String otherProtocol, String otherPath, Job.Mode... otherUnable) {
        return new ServerProgram(
                name, folder, build, command, environment, otherPath, otherProtocol, List.of(otherUnable), library);
    }

    boolean isJvm() {
        return build == Build.MAVEN;
    }

    boolean canDo(Job job) {
        return !unable.contains(job.mode);
    }
}
