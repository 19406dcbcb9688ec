package dev.strait.tests;

import dev.strait.runtime.ChannelHub;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.websockets.jsr.WebSocketDeploymentInfo;
import jakarta.servlet.ServletException;
import java.net.InetSocketAddress;
import java.util.Set;

/** Undertow, embedded. */
public final class UndertowContainer implements TestContainer {

    @Override
    public Started start(ChannelHub hub) throws ServletException {
        WebSocketDeploymentInfo sockets = new WebSocketDeploymentInfo().addListener(hub::deployTo);
        DeploymentInfo deployment = Servlets.deployment()
                .setClassLoader(UndertowContainer.class.getClassLoader())
                .setContextPath("/")
                .setDeploymentName("strait")
                .addServletContextAttribute(WebSocketDeploymentInfo.ATTRIBUTE_NAME, sockets);
        DeploymentManager manager = Servlets.newContainer().addDeployment(deployment);
        manager.deploy();
        Undertow undertow = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(manager.start())
                .build();
        undertow.start();
        return new Started() {
            @Override
            public int port() {
                return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
            }

            @Override
            public void close() {
                hub.close();
                undertow.stop();
            }
        };
    }

    @Override
    public Set<Quirk> quirks() {
        return Set.of(
                Quirk.REFUSES_ORIGIN_WITH_500,
                Quirk.CLOSES_OVER_RATE,
                Quirk.CLOSES_REFUSED_OPEN,
                Quirk.NO_REMOTE_ADDRESS);
    }
}
