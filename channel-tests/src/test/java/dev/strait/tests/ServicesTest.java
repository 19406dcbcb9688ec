package dev.strait.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.ChannelDeploymentException;
import org.junit.jupiter.api.Test;

/** Generated endpoints that find their handler or room with ServiceLoader. */
class ServicesTest {

    @Test
    void statefulRoomsAreFoundAsServices() {
        assertThat(new AutoDeployedEndpoint().binding().application()).isInstanceOf(AutoDeployedService.class);
    }

    @Test
    void aMissingServiceIsReportedWithBothServiceFiles() {
        assertThatThrownBy(TalkEndpoint::new)
                .isInstanceOf(ChannelDeploymentException.class)
                .hasMessageContaining("META-INF/services/dev.strait.tests.TalkHandler")
                .hasMessageContaining("META-INF/services/dev.strait.tests.TalkRoom");
    }
}
