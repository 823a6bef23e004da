package dev.apim.servlet;

import dev.apim.core.Apim;
import dev.apim.core.Gateway;
import dev.apim.core.routing.CanonicalPath;
import dev.apim.core.routing.MalformedTargetException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * The gateway as the first filter of an application. Requests below an API's path go through its policies and then, where the API has
 * no backend of its own, on to the rest of the application; all others pass untouched.
 *
 * <pre>{@code
 * ApimFilter.register(servletContext, apim);
 * }</pre>
 *
 * <p>The path of an API is relative to the context path. The filter must come first, support asynchronous requests and be mapped to
 * {@code REQUEST}, {@code ASYNC} and {@code FORWARD} dispatches, as {@link #register} does it. It does not close the gateway. Thread-safe.
 */
public final class ApimFilter implements Filter {
    private final Gateway gateway;
    private final FilterSetting setting;

    /** Around a gateway that whoever made it closes. */
    public ApimFilter(Apim apim) {
        this(apim, ServletOptions.DEFAULT);
    }

    /**
     * The same with other options.
     *
     * @throws dev.apim.ConfigurationException when the configuration in force needs a re-dispatch, which they do not allow
     */
    public ApimFilter(Apim apim, ServletOptions options) {
        this.gateway = apim.gateway();
        this.setting = new FilterSetting(gateway, options, new WaitingRoom(apim.time(), options));
        if (!options.redispatch()) {
            gateway.hostedOnce();
        }
    }

    /**
     * Puts the gateway ahead of all filters that are there and come later with {@code isMatchAfter}. Call it while the context starts.
     *
     * @throws IllegalStateException when the context has started, or has a filter of that name
     */
    public static FilterRegistration.Dynamic register(ServletContext context, Apim apim) {
        return register(context, apim, ServletOptions.DEFAULT);
    }

    /** The same with other options. */
    public static FilterRegistration.Dynamic register(ServletContext context, Apim apim, ServletOptions options) {
        FilterRegistration.Dynamic registration = context.addFilter("apim", new ApimFilter(apim, options));
        if (registration == null) {
            throw new IllegalStateException("the context has a filter named apim already: register the gateway once");
        }
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.FORWARD), false, "/*");
        return registration;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse answer)) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getAttribute(ServletExchange.ATTRIBUTE) instanceof ServletExchange exchange) {
            if (request.getDispatcherType() == DispatcherType.FORWARD) {
                exchange.forwarded(http, answer, chain);
            } else {
                exchange.dispatchedAgain(http, answer, chain);
            }
            return;
        }
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            enter(http, answer, chain);
        } else {
            // Where the host sends a request of its own is the host's business.
            chain.doFilter(request, response);
        }
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String target = Targets.target(request);
        CanonicalPath path = target == null ? null : read(target);
        boolean managed = path != null && gateway.manages(path);
        if (!managed && !isManagedAsSeen(request)) {
            chain.doFilter(request, response);
        } else if (path == null || !Targets.agree(request, path)) {
            ResponseHead.refuse(response, Gateway.badRequest("The path of the request can be read in two ways."));
        } else {
            new ServletExchange(setting, request, response, chain).serve(path);
        }
    }

    private boolean isManagedAsSeen(HttpServletRequest request) {
        CanonicalPath seen = read(Targets.seenByContainer(request));
        return seen != null && gateway.manages(seen);
    }

    private @Nullable CanonicalPath read(String target) {
        try {
            return gateway.path(target);
        } catch (MalformedTargetException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "ApimFilter";
    }
}
