package dev.strait.tests.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SocketMemoryTest {

    @Test
    void theOutputOfSs() throws IOException {
        String out = "0      5000   [::ffff:127.0.0.1]:8080 [::ffff:127.0.0.1]:41234\n"
                + "\t skmem:(r1,rb131072,t2,tb2626560,f30,w400,o5000,bl60000,d7) ts sack cubic bytes_sent:900000"
                + " bytes_acked:700000 bytes_received:12 notsent:1\n";
        assertThat(SocketMemory.parse(out)).isEqualTo(new SocketMemory(705_000, 65_431));
    }
}
