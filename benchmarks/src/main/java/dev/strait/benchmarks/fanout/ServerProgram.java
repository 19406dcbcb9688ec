package dev.strait.benchmarks.fanout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a server is built, started and addressed.
 *
 * @param name the name on the command line and in the tables
 * @param folder the directory under {@code servers}, or an absolute path; empty for the C programs
 * @param command the command that starts it in its directory; {@code {java}}, {@code {native}} and {@code {port}} are replaced
 * @param environment environment variables in addition to {@code PORT}
 * @param path the path that the load client connects to, with {@code %d} for the room
 * @param protocol the protocol option of the load client
 * @param unsupported the modes that the server does not support
 * @param library the jar or npm package whose version is reported; empty for the C programs
 */
record ServerProgram(
        String name,
        String folder,
        Build build,
        List<String> command,
        Map<String, String> environment,
        String path,
        String protocol,
        List<Job.Mode> unsupported,
        String library) {

    enum Build {
        CC,
        MAVEN,
        NPM,
        /** A Maven project that was built before and is not built again. */
        PREBUILT
    }

    private static final List<String> JVM_FLAGS = List.of("-XX:+UseSerialGC", "-Xmx768m", "-Xms768m");

    static ServerProgram reference(String name, String behaviour, Job.Mode... unsupported) {
        return new ServerProgram(
                name,
                "",
                Build.CC,
                List.of("{native}/reference_server", "{port}", behaviour),
                Map.of(),
                "/ws/chat/r%d",
                "plain",
                List.of(unsupported),
                "");
    }

    /** A Maven project with classes and libraries in {@code target}. The last argument is the main class. */
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

    /** The same program, built from another version of its project. */
    ServerProgram prebuilt(String otherName, Path otherFolder) {
        return new ServerProgram(
                otherName,
                otherFolder.toAbsolutePath().toString(),
                Build.PREBUILT,
                command,
                environment,
                path,
                protocol,
                unsupported,
                library);
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

    ServerProgram withProtocol(String otherProtocol, String otherPath, Job.Mode... otherUnsupported) {
        return new ServerProgram(
                name,
                folder,
                build,
                command,
                environment,
                otherPath,
                otherProtocol,
                List.of(otherUnsupported),
                library);
    }

    boolean isJvm() {
        return build == Build.MAVEN || build == Build.PREBUILT;
    }

    boolean supports(Job job) {
        return !unsupported.contains(job.mode);
    }
}
