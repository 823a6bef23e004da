package dev.apim.compat.undertow;

import dev.apim.compat.ServletHost;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.ServletContainerInitializer;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Undertow. */
final class UndertowHost implements ServletHost {
    private Undertow server;
    private DeploymentManager deployment;

    @Override
    public void start(String contextPath, Map<Integer, String> errorPages, ServletContainerInitializer application)
            throws Exception {
        DeploymentInfo info = Servlets.deployment()
                .setClassLoader(UndertowHost.class.getClassLoader())
                .setContextPath(contextPath)
                .setDeploymentName("shop")
                .addServletContainerInitializer(new ServletContainerInitializerInfo(
                        application.getClass(), new ImmediateInstanceFactory<>(application), Set.of()));
        errorPages.forEach((status, location) -> info.addErrorPage(Servlets.errorPage(location, status)));
        deployment = Servlets.newContainer().addDeployment(info);
        deployment.deploy();
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(Handlers.path().addPrefixPath(contextPath, deployment.start()))
                .build();
        server.start();
    }

    @Override
    public int port() {
        return ((InetSocketAddress)
                        Objects.requireNonNull(server).getListenerInfo().get(0).getAddress())
                .getPort();
    }

    @Override
    public void close() throws Exception {
        if (server != null) {
            server.stop();
        }
        if (deployment != null) {
            deployment.stop();
            deployment.undeploy();
        }
    }
}
