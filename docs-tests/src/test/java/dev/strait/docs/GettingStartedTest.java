package dev.strait.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strait.docs.Compiler.Source;
import dev.strait.docs.Page.Fence;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/**
 * Follows docs/getting-started.md: creates its files, compiles them, starts the server and chats. Only the port differs: it is
 * any free one.
 */
class GettingStartedTest {

    private static final Page PAGE = Page.read("docs/getting-started.md");
    private static final Pattern FILE = Pattern.compile("`([\\w./-]+)`:");
    private static final String SOURCES = "src/main/java/";
    private static final String MAIN = SOURCES + "com/acme/chat/Main.java";
    private static final String PORT = "8080";

    @TempDir
    Path folder;

    @Test
    void theTreeShowsAllFiles() {
        List<String> tree = fence("").code();
        assertThat(tree.stream().filter(line -> line.contains(".")).map(line -> line.replaceAll(".*[─ ]", "")))
                .containsExactlyInAnyOrderElementsOf(files().keySet().stream()
                        .map(file -> file.replaceAll(".*/", ""))
                        .toList());
    }

    @Test
    void theVersionsMatchThisBuild() throws Exception {
        Document guide = xml(files().getOrDefault("pom.xml", ""));
        Document build = xml(Files.readString(Page.ROOT.resolve("pom.xml")));
        assertThat(xpath(guide, "/project/properties/strait.version")).isEqualTo(xpath(build, "/project/version"));
        assertThat(xpath(guide, "/project/properties/maven.compiler.release"))
                .isEqualTo(xpath(build, "/project/properties/maven.compiler.release"));
        assertThat(xpath(guide, "//dependency[artifactId='jakarta.validation-api']/version"))
                .isEqualTo(xpath(build, "/project/properties/jakarta.validation.version"));
        for (String plugin : List.of("maven-compiler-plugin", "exec-maven-plugin")) {
            String version = "//plugin[artifactId='" + plugin + "']/version";
            assertThat(xpath(guide, version)).isEqualTo(xpath(build, version));
        }
        assertThat(xpath(guide, "//mainClass") + ".java")
                .isEqualTo(MAIN.substring(SOURCES.length()).replace('/', '.'));
        String gradle = "\"dev.strait:channel-server:" + xpath(build, "/project/version") + "\"";
        assertThat(PAGE.lines()).anyMatch(line -> line.contains(gradle));
    }

    @Test
    void twoUsersCanChat() throws Exception {
        Process server = new ProcessBuilder(java(), "-cp", compiled(), "com.acme.chat.Main")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String address = address(server.inputReader().readLine());
            assertThat(get("http://" + address + "/?user=ann"))
                    .isEqualTo(files().get("src/main/resources/META-INF/resources/index.html"));
            try (WebSocketClient ann = client(address, "ann")) {
                assertThat(ann.next()).isEqualTo("{\"type\":\"notice\",\"text\":\"Welcome to lobby, ann.\"}");
                try (WebSocketClient bob = client(address, "bob")) {
                    assertThat(bob.next()).isEqualTo("{\"type\":\"notice\",\"text\":\"Welcome to lobby, bob.\"}");
                    assertThat(ann.next()).isEqualTo("{\"type\":\"notice\",\"text\":\"bob has joined.\"}");
                    ann.send("{\"type\":\"say\",\"text\":\"hi\"}");
                    assertSaid(ann.nextJson());
                    assertSaid(bob.nextJson());
                    bob.send("{\"type\":\"say\",\"text\":\"\"}");
                    JsonNode violation = bob.nextJson().path("errors").path(0);
                    assertThat(violation.path("path").asText()).isEqualTo("/text");
                    assertThat(violation.path("rule").asText()).isEqualTo("not-blank");
                    bob.disconnect();
                }
                assertThat(ann.next()).isEqualTo("{\"type\":\"notice\",\"text\":\"bob has left.\"}");
                try (WebSocketClient anonymous = client(address, "")) {
                    assertThat(anonymous.nextJson().path("code").asText()).isEqualTo("unauthenticated");
                    assertThat(anonymous.closeCode()).isEqualTo(4401);
                }
                server.destroy(); // as Ctrl-C does
                assertThat(ann.nextJson().path("type").asText()).isEqualTo("$bye");
                assertThat(ann.closeCode()).isEqualTo(1012);
            }
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static void assertSaid(JsonNode said) {
        assertThat(said.path("type").asText()).isEqualTo("said");
        assertThat(said.path("user").asText()).isEqualTo("ann");
        assertThat(said.path("text").asText()).isEqualTo("hi");
        assertThat(Instant.parse(said.path("at").asText()))
                .isBeforeOrEqualTo(Instant.now().plusSeconds(60));
    }

    /** Compiles the guide's sources, and returns the class path to run them with. */
    private String compiled() throws IOException {
        Map<String, String> files = files();
        assertThat(files.get(MAIN)).containsOnlyOnce(", " + PORT + ")");
        List<Source> sources = new ArrayList<>();
        files.forEach((name, text) -> {
            if (name.endsWith(".java")) {
                String source = name.equals(MAIN) ? text.replace(", " + PORT + ")", ", 0)") : text;
                sources.add(new Source(name.substring(SOURCES.length()), source));
            }
        });
        Path classes = Files.createDirectories(folder.resolve("target/classes"));
        assertThat(Compiler.compile(sources, Compiler.OF_SERVER, classes)).isEmpty();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
        return Stream.concat(Stream.of(classes, folder.resolve("src/main/resources")), Compiler.OF_SERVER.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Returns the files of the guide by path. The paragraph before a fence names its file. */
    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        for (Fence fence : PAGE.fences()) {
            Matcher name = FILE.matcher(PAGE.lines().get(Math.max(0, fence.line() - 4)));
            if (name.matches()) {
                files.put(name.group(1), String.join("\n", fence.code()) + "\n");
            }
        }
        return files;
    }

    private static Fence fence(String info) {
        return PAGE.fences().stream()
                .filter(fence -> fence.info().equals(info))
                .findFirst()
                .orElseThrow();
    }

    private static String address(String line) {
        Matcher url = Pattern.compile("Open http://(localhost:\\d+)/\\?user=ann and /\\?user=bob")
                .matcher(line);
        assertThat(url.matches()).as("the first line of output: %s", line).isTrue();
        return url.group(1);
    }

    private static String get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static WebSocketClient client(String address, String user) {
        return WebSocketClient.connect(URI.create("ws://" + address + "/ws/chat/lobby?user=" + user));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static String xpath(Document document, String path) throws Exception {
        return XPathFactory.newInstance().newXPath().evaluate(path, document);
    }
}
