package dev.strait.runtime.internal.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {

    @Test
    void templatesMatchTheEndOfAPathAndDecode() {
        PathTemplate template = PathTemplate.parse("/ws/{kind}/{table}");
        assertThat(template.variables()).containsExactly("kind", "table");
        assertThat(template.match("/app/context/ws/caf%C3%A9/a+b")).contains(Map.of("kind", "café", "table", "a+b"));
        assertThat(template.match("/ws/x%2Fz/y")).contains(Map.of("kind", "x/z", "table", "y"));
        assertThat(template.match("/ws/%EF%BF%BD/y")).contains(Map.of("kind", "\uFFFD", "table", "y"));
        assertThat(template.match("/ws/x%/%FF")).contains(Map.of("kind", "", "table", ""));
        assertThat(template.match("/other/x/y")).isEmpty();
        assertThat(template.match("/x/y")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws", "", "/ws?x=1", "/ws#x", "/{a}{b}", "/x{a}", "/{a}/{a}", "/{}"})
    void invalidTemplatesAreRejected(String path) {
        assertThatThrownBy(() -> PathTemplate.parse(path)).isInstanceOf(IllegalArgumentException.class);
    }
}
