package dev.apim.servlet;

import dev.apim.core.Apim;
import dev.apim.core.ApimOptions;
import dev.apim.core.design.ApimDesign;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** An application in an embedded Jetty, with the gateway in front. */
final class JettyHost implements AutoCloseable {
    final Server server = new Server();
    final ServerConnector connector = new ServerConnector(server);
    final ServletContextHandler context = new ServletContextHandler(ServletContextHandler.SESSIONS);
    final HttpClient client = HttpClient.newHttpClient();
    final Apim apim;

    JettyHost(Consumer<ApimDesign> design) {
        this(design, ServletOptions.DEFAULT);
    }

    JettyHost(Consumer<ApimDesign> design, ServletOptions options) {
        this(new ApimOptions(), design, options);
    }

    JettyHost(ApimOptions engine, Consumer<ApimDesign> design, ServletOptions options) {
        apim = Apim.create(engine, design);
        server.addConnector(connector);
        context.setContextPath("/shop");
        server.setHandler(context);
        context.addFilter(
                new FilterHolder(new ApimFilter(apim, options)),
                "/*",
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        for (FilterHolder filter : context.getServletHandler().getFilters()) {
            filter.setAsyncSupported(true);
        }
    }

    /** As a host whose filters do not support it: everything is answered on the container's thread. */
    JettyHost withoutAsync() {
        for (FilterHolder filter : context.getServletHandler().getFilters()) {
            filter.setAsyncSupported(false);
        }
        return this;
    }

    JettyHost servlet(String pattern, HttpServlet servlet) {
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        holder.getRegistration().setMultipartConfig(new MultipartConfigElement(""));
        context.addServlet(holder, pattern);
        return this;
    }

    JettyHost filter(Filter filter, DispatcherType... types) {
        FilterHolder holder = new FilterHolder(filter);
        holder.setAsyncSupported(true);
        context.addFilter(holder, "/*", EnumSet.of(types[0], types));
        return this;
    }

    JettyHost start() {
        try {
            server.start();
            return this;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/shop" + path);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws Exception {
        server.stop();
        apim.close();
    }
}
