package dev.strait.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The scenarios for the client in JavaScript. Its report names each of them. */
class BrowserScenariosTest {

    @Test
    void allScenariosPass() {
        assertThat(Node.run("--test", "src/test/node/scenarios.test.mjs")).contains("# fail 0");
    }
}
