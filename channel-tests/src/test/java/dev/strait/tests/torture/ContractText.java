package dev.strait.tests.torture;

/** Writes the file of a contract. {@code <package>} stands for the package of the case. */
final class ContractText {

    private static final String IMPORTS = """
            import dev.strait.*;
            import jakarta.validation.constraints.*;
            import java.math.*;
            import java.time.*;
            import java.util.*;
            """;

    /** Suppresses warnings about the contract itself. Those in generated code are failures. */
    static final String SUPPRESS = """
            @java.lang.SuppressWarnings({
                "STRAIT-181", "STRAIT-182", "STRAIT-183", "STRAIT-184", "STRAIT-185", "STRAIT-186", "STRAIT-187",
                "deprecation", "removal", "serial", "varargs"
            })
            """;

    private ContractText() {}

    /** Returns the file of a contract that may use simple names. */
    static String withImports(String name, String path, String body) {
        return "package <package>;\n" + IMPORTS + contract(name, path, body);
    }

    /** Returns the file of a contract that imports nothing, because types of its package have the same names. */
    static String withoutImports(String name, String path, String body) {
        return "package <package>;\n" + contract(name, path, body);
    }

    /** Returns the declaration of a contract, with the directions that its body uses. */
    static String contract(String name, String path, String body) {
        return "%s@dev.strait.Channel(\"%s\")\npublic interface %s {\n%s%s}\n"
                .formatted(SUPPRESS, path, name, directions(body), body.endsWith("\n") ? body : body + "\n");
    }

    private static String directions(String body) {
        return (body.contains("ToServer") ? "sealed interface ToServer {}\n" : "")
                + (body.contains("ToClient") ? "sealed interface ToClient {}\n" : "");
    }
}
