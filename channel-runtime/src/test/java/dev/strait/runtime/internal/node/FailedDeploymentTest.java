package dev.strait.runtime.internal.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strait.runtime.ChannelDeploymentException;
import dev.strait.runtime.ChannelHub;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A container that takes some endpoints and refuses others. */
class FailedDeploymentTest {

    private final TestNode node = new TestNode(new LineHandler());

    @AfterEach
    void close() {
        node.close();
    }

    private static ServerContainer refusing(String path) {
        return (ServerContainer) Proxy.newProxyInstance(
                FailedDeploymentTest.class.getClassLoader(),
                new Class<?>[] {ServerContainer.class},
                (proxy, method, arguments) -> {
                    ServerEndpointConfig endpoint = (ServerEndpointConfig) arguments[0];
                    if (endpoint.getPath().equals(path)) {
                        throw new DeploymentException("taken");
                    }
                    return null;
                });
    }

    @Test
    void theExceptionNamesWhatStaysAndThatRefusesConnections() {
        node.node.add(new TestNode.LineEndpoint(new LineHandler()).path("/other"));
        assertThat(node.node.tryOpen("/lines", null)).isTrue();
        assertThatThrownBy(() -> node.node.deployTo(refusing("/other")))
                .isInstanceOf(ChannelDeploymentException.class)
                .hasMessageContaining("/other: taken")
                .hasMessageContaining(
                        "These endpoints stay on the container, where they refuse all connections: /lines");
        assertThat(node.node.tryOpen("/lines", null)).isFalse();
        assertThat(node.node.state()).isEqualTo(ChannelHub.State.FAILED);
    }
}
