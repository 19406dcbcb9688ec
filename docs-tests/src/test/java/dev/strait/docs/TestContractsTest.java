package dev.strait.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of docs/testing.md lists every contract of channel-tests, with its purpose. */
class TestContractsTest {

    private static final Path SOURCES = Page.ROOT.resolve("channel-tests/src/test/java");
    private static final Pattern CONTRACT = Pattern.compile("^ *@Channel\\(", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    @Test
    void everyTestContractIsListed() throws IOException {
        Set<String> contracts = new TreeSet<>();
        for (Path file : Page.files(SOURCES, ".java")) {
            String name = file.getFileName().toString().replace(".java", "");
            // Tests with a contract of their own, and the generator of contracts, are not shared.
            boolean isShared = !name.endsWith("Test") && !name.equals("RandomContract");
            if (isShared && CONTRACT.matcher(Files.readString(file)).find()) {
                contracts.add(name);
            }
        }
        assertThat(listed()).isEqualTo(contracts);
    }

    private static Set<String> listed() throws IOException {
        Set<String> listed = new TreeSet<>();
        boolean isInSection = false;
        for (String line : Page.read("docs/testing.md").prose()) {
            if (line.startsWith("## ")) {
                isInSection = line.equals("## Test contracts");
            } else if (isInSection && line.startsWith("| `")) {
                String names = line.substring(0, line.indexOf('|', 1));
                NAME.matcher(names).results().forEach(name -> listed.add(name.group(1)));
            }
        }
        return listed;
    }
}
