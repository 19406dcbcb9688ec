package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.ChannelDeploymentException;
import org.junit.jupiter.api.Test;

/** What a generated endpoint does that nobody gave a handler to. */
class ServicesTest {

    @Test
    void aRoomWithStateIsFoundAsAServiceLikeAHandler() {
        assertThat(new AutoDeployedEndpoint().binding().application()).isInstanceOf(AutoDeployedService.class);
    }

    @Test
    void whoHasNeitherIsToldBothWays() {
        assertThatThrownBy(TalkEndpoint::new)
                .isInstanceOf(ChannelDeploymentException.class)
                .hasMessageContaining("META-INF/services/dev.strait.tests.TalkHandler")
                .hasMessageContaining("META-INF/services/dev.strait.tests.TalkRoom");
    }
}
