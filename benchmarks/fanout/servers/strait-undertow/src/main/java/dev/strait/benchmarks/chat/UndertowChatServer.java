package dev.strait.benchmarks.chat;

import dev.strait.runtime.ChannelHub;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.websockets.jsr.WebSocketDeploymentInfo;

/** Chat with Strait on embedded Undertow. */
public final class UndertowChatServer {

    private UndertowChatServer() {}

    public static void main(String[] arguments) throws Exception {
        ChannelHub hub = ChatService.hub();
        DeploymentInfo deployment = Servlets.deployment()
                .setClassLoader(UndertowChatServer.class.getClassLoader())
                .setContextPath("/")
                .setDeploymentName("chat")
                .addServletContextAttribute(
                        WebSocketDeploymentInfo.ATTRIBUTE_NAME, new WebSocketDeploymentInfo().addListener(hub::deployTo));
        DeploymentManager manager = Servlets.newContainer().addDeployment(deployment);
        manager.deploy();
        Undertow.builder()
                .addHttpListener(ChatService.port(), "127.0.0.1")
                .setHandler(manager.start())
                .build()
                .start();
    }
}
