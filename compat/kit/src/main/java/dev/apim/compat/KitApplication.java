package dev.apim.compat;

import dev.apim.core.Apim;
import dev.apim.servlet.ApimFilter;
import dev.apim.servlet.ServletOptions;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The application in a started container: the kit's endpoints behind a security filter, behind the gateway if there is one. */
public final class KitApplication implements AutoCloseable {
    /** Where it is. */
    public static final String CONTEXT = "/shop";

    /** The status that has a page of the application's own, and the page. */
    static final Map<Integer, String> ERROR_PAGES = Map.of(418, "/pages/error-page", 500, "/pages/error-page");

    private final ServletHost host;
    private final @Nullable Apim apim;
    private final List<String> guarded = new CopyOnWriteArrayList<>();

    private KitApplication(ServletHost host, @Nullable Apim apim) {
        this.host = host;
        this.apim = apim;
    }

    /** Starts it, with a gateway ahead or without. */
    public static KitApplication start(ServletHost host, @Nullable Apim apim) {
        KitApplication application = new KitApplication(host, apim);
        try {
            host.start(CONTEXT, ERROR_PAGES, (classes, context) -> application.register(context));
        } catch (Exception e) {
            throw new IllegalStateException("the container does not start", e);
        }
        return application;
    }

    private void register(ServletContext context) {
        context.getSessionCookieConfig().setName("SHOPID");
        if (apim != null) {
            ApimFilter.register(context, apim, ServletOptions.DEFAULT.withRedispatch());
        }
        Filter security = (request, response, chain) -> {
            HttpServletRequest http = (HttpServletRequest) request;
            guarded.add(http.getDispatcherType() + " " + http.getRequestURI());
            chain.doFilter(request, response);
        };
        FilterRegistration.Dynamic filter = context.addFilter("security", security);
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ASYNC), true, "/*");
        ServletRegistration.Dynamic servlet = context.addServlet("kit", new KitServlet());
        servlet.setAsyncSupported(true);
        servlet.setMultipartConfig(new MultipartConfigElement(""));
        servlet.addMapping("/*");
    }

    /** What the security filter let through since the last call, as {@code <dispatcher type> <URI>}. */
    public List<String> guarded() {
        List<String> seen = List.copyOf(guarded);
        guarded.clear();
        return seen;
    }

    /** Where it listens. */
    public int port() {
        return host.port();
    }

    /** The address beneath which its endpoints are, for a gateway ahead of it. */
    public String url() {
        return "http://127.0.0.1:" + port() + CONTEXT + "/plain";
    }

    @Override
    public void close() {
        try {
            host.close();
        } catch (Exception e) {
            throw new IllegalStateException("the container does not stop", e);
        } finally {
            if (apim != null) {
                apim.close();
            }
        }
    }
}
