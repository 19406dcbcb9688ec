package dev.strait.tests.torture;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Options of the compiler, modules, and contracts whose parts are in several packages. */
final class CompilerModes {

    private static final Pattern MODULES = Pattern.compile("channel-annotations|channel-runtime|jspecify|jakarta");

    private static final String SMALL = "record M(@Size(max = 3) String a) implements ToServer, ToClient {}";

    private CompilerModes() {}

    static List<OddContract> all() {
        return List.of(
                chat("ascii", """
                        @Type("caf\\u00e9") record M(
                                @Name("stra\\u00dfe") String a,
                                @Default("\\u00fcber") String b,
                                @Pattern(regexp = "[\\u00e0-\\u00ff]+x?x") String c,
                                @Size(max = 3, message = "h\\u00f6chstens {max}") String d,
                                K k)
                                implements ToServer, ToClient {}
                        enum K { \\u00c9 }
                        """).with("-encoding", "US-ASCII"),
                chat("latin1", """
                        @Type("\\u20acuro") record M(@Name("\\u0144") String a, @Default("\\u4e2d") String b)
                                implements ToServer, ToClient {}
                        """).with("-encoding", "ISO-8859-1"),
                chat("utf16", "record 数据(String 数) implements ToServer, ToClient {}")
                        .with("-encoding", "UTF-16"),
                chat("doclint", """
                        /** Says <b>it</b> &amp; more: a &lt; b, {@link String}. */
                        record M(@Size(max = 3) String a) implements ToServer, ToClient {}
                        """).with("-Xdoclint:all,-missing/public"),
                chat("parameters", SMALL).with("-parameters", "-g"),
                module("module", """
                        module m {
                            requires transitive dev.strait.runtime;
                            requires transitive jakarta.websocket.client;
                            requires static transitive jakarta.validation;
                            exports t;
                        }
                        """),
                module(
                        "open-module",
                        "open module m.x { requires dev.strait.runtime; requires jakarta.websocket.client;"
                                + " requires static jakarta.validation; }"),
                partsElsewhere(),
                sameNamesInTwoPackages());
    }

    private static OddContract chat(String name, String body) {
        return OddContract.chat("mode", name, body);
    }

    private static OddContract module(String name, String declaration) {
        String chat = ContractText.withImports("Chat", "/ws", SMALL).replace("<package>", "t");
        String path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> MODULES.matcher(entry).find())
                .collect(Collectors.joining(File.pathSeparator));
        return OddContract.ofFixedFiles("mode", name, Map.of("module-info.java", declaration, "t/Chat.java", chat))
                .with("--module-path", path, "-cp", "");
    }

    private static OddContract partsElsewhere() {
        return OddContract.ofFixedFiles(
                "mode",
                "parts-elsewhere",
                Map.of(
                        "t/Chat.java", """
                        package t;
                        @SuppressWarnings("STRAIT-182") @dev.strait.Channel(
                                value = "/ws", toServer = u.In.class, toClient = u.Out.class, room = u.Key.class)
                        public interface Chat {}
                        """,
                        "u/In.java", "package u; public sealed interface In permits Say, Go {}",
                        "u/Out.java", "package u; public sealed interface Out permits Say {}",
                        "u/Go.java", "package u; public record Go(int t) implements In {}",
                        "u/Say.java", """
                        package u;
                        import jakarta.validation.constraints.Size;
                        public record Say(@Size(max = 3) String t) implements In, Out {}
                        """,
                        "u/Key.java", """
                        package u;
                        import jakarta.validation.constraints.Size;
                        public record Key(@Size(max = 3) String t) {}
                        """));
    }

    private static OddContract sameNamesInTwoPackages() {
        return OddContract.ofFixedFiles(
                "mode",
                "same-names-in-packages",
                Map.of(
                        "t/Chat.java", """
                        package t;
                        @java.lang.SuppressWarnings("STRAIT-182") @dev.strait.Channel(value = "/ws", toServer = u.In.class)
                        public interface Chat {}
                        """,
                        "t/String.java", "package t; public record String(int t) {}",
                        "u/In.java", "package u; public sealed interface In permits Say, Go {}",
                        "u/Say.java", """
                        package u;
                        public record Say(v.Say t, List l, t.String s) implements In {
                            public record List(int a) {}
                        }
                        """,
                        "u/Go.java", """
                        package u;
                        import jakarta.validation.constraints.Size;
                        public record Go(v.List t, @Size(max = 3) java.util.List<v.List> x) implements In {}
                        """,
                        "v/Say.java", "package v; public record Say(int t) {}",
                        "v/List.java", "package v; public record List(int t) {}"));
    }
}
