package dev.strait.tests.torture;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An unusual contract. It has a package of its own, so that contracts can be compiled together.
 *
 * @param name the name for {@code -Dsamples.only}
 * @param sources the texts of the files, by their paths, in the order in which the compiler gets them
 * @param options options of the compiler
 * @param isAlone whether the contract must not be compiled together with others
 * @param problem the only diagnostic, such as {@code STRAIT-134}, or null if the contract is legal
 */
record OddContract(
        String name,
        Map<String, String> sources,
        List<String> options,
        boolean isAlone,
        @Nullable String problem) {

    private static final Pattern CHANNEL = Pattern.compile("@dev\\.strait\\.Channel\\(");

    /** Returns a contract {@code Chat} that may use simple names. */
    static OddContract chat(String group, String name, String path, String body) {
        return ofFiles(group, name, Map.of("Chat.java", ContractText.withImports("Chat", path, body)));
    }

    /** Returns a contract {@code Chat} that may use simple names. */
    static OddContract chat(String group, String name, String body) {
        return chat(group, name, "/ws", body);
    }

    /** Returns a contract of some files in the package of the case, for which {@code <package>} stands. */
    static OddContract ofFiles(String group, String name, Map<String, String> files) {
        String id = group + "-" + ascii(name);
        String packageName = packageName(id);
        String folder = packageName.replace('.', '/') + "/";
        Map<String, String> sources = new TreeMap<>();
        files.forEach((file, text) -> sources.put(folder + file, text.replace("<package>", packageName)));
        return new OddContract(id, sources, List.of(), false, null);
    }

    /** Returns a contract of some files whose packages are fixed. */
    static OddContract ofFixedFiles(String group, String name, Map<String, String> files) {
        return new OddContract(group + "-" + ascii(name), new TreeMap<>(files), List.of(), true, null);
    }

    OddContract with(String... more) {
        return new OddContract(name, sources, List.of(more), true, problem);
    }

    OddContract rejectedWith(String diagnostic) {
        return new OddContract(name, sources, options, true, diagnostic);
    }

    /** Returns the package for which {@code <package>} stands. */
    String packageName() {
        return packageName(name);
    }

    private static String packageName(String id) {
        return "odd." + id.replace('-', '_');
    }

    boolean isLegal() {
        return problem == null;
    }

    /** Returns the number of channels for which files are generated. */
    long channels() {
        return sources.values().stream()
                .mapToLong(text -> CHANNEL.matcher(text).results().count())
                .sum();
    }

    /** Names of tests are passed on command lines. */
    private static String ascii(String name) {
        return name.chars()
                .mapToObj(unit -> unit == '-' || unit == '_' || (unit < 0x80 && Character.isLetterOrDigit(unit))
                        ? Character.toString(unit)
                        : "u%04x".formatted(unit))
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return name;
    }
}
