package dev.strait.runtime.internal.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strait.runtime.ChannelHub;
import dev.strait.runtime.spi.ChannelContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A contract that allows larger messages than its endpoint accepts is reported when the endpoint is added. */
class LargestMessageTest {

    private final LogEntries log = new LogEntries(Deployment.class);

    @AfterEach
    void restoreLog() {
        log.close();
    }

    private List<String> logged(ChannelContract.Builder<String, String, String> contract, int limit) {
        LineHandler handler = new LineHandler() {
            @Override
            public ChannelContract<String, String, String> contract() {
                return contract.path("/lines").build();
            }
        };
        try (ChannelHub hub = ChannelHub.builder().build()) {
            hub.add(new TestNode.LineEndpoint(handler).limits(limits -> limits.maxMessageBytes(limit)));
        }
        return new ArrayList<>(log.texts);
    }

    private static ChannelContract.Builder<String, String, String> contract() {
        return ChannelContract.builder("test.Lines", new LineCodec());
    }

    @Test
    void theWarningNamesTheMessageItsSizeAndTheSetting() {
        assertThat(logged(contract().maxMessageBytes(82_000, "say"), 65_536))
                .containsExactly("The constraints of test.Lines allow a message \"say\" of 82000 bytes, but the limit"
                        + " maxMessageBytes is 65536. Larger messages close the connection with 1009. Raise the limit with"
                        + " endpoint.limits(limits -> limits.maxMessageBytes(82000)), or tighten the constraints.");
    }

    @Test
    void generatedCodeOfEarlierVersionsDoesNotNameTheMessage() {
        assertThat(logged(contract().maxMessageBytes(82_000), 65_536))
                .singleElement()
                .asString()
                .startsWith("The constraints of test.Lines allow messages of 82000 bytes,");
    }

    @Test
    void messagesThatFitAreNotReported() {
        assertThat(logged(contract().maxMessageBytes(65_536, "say"), 65_536)).isEmpty();
    }
}
