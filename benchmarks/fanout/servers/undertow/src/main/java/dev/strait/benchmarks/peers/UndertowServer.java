package dev.strait.benchmarks.peers;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.websockets.jsr.WebSocketDeploymentInfo;

/** Chat on Undertow, with a hand-written endpoint. */
public final class UndertowServer {

    private UndertowServer() {}

    public static void main(String[] arguments) throws Exception {
        DeploymentInfo deployment = Servlets.deployment()
                .setClassLoader(UndertowServer.class.getClassLoader())
                .setContextPath("/")
                .setDeploymentName("chat")
                .addServletContextAttribute(
                        WebSocketDeploymentInfo.ATTRIBUTE_NAME,
                        new WebSocketDeploymentInfo().addEndpoint(ChatEndpoint.class));
        DeploymentManager manager = Servlets.defaultContainer().addDeployment(deployment);
        manager.deploy();
        Undertow.builder()
                .addHttpListener(Integer.parseInt(System.getenv("PORT")), "127.0.0.1")
                .setHandler(Handlers.path().addPrefixPath("/", manager.start()))
                .build()
                .start();
    }
}
