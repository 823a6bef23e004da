package dev.apim.compat.jetty;

import dev.apim.compat.ServletHost;
import jakarta.servlet.ServletContainerInitializer;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Jetty with the servlet environment of its module. */
public final class JettyHost implements ServletHost {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    /** Not started. */
    public JettyHost() {}

    @Override
    public void start(String contextPath, Map<Integer, String> errorPages, ServletContainerInitializer application)
            throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler(contextPath, ServletContextHandler.SESSIONS);
        ErrorPageErrorHandler pages = new ErrorPageErrorHandler();
        errorPages.forEach(pages::addErrorPage);
        context.setErrorHandler(pages);
        context.addServletContainerInitializer(application);
        server.setHandler(context);
        server.start();
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
