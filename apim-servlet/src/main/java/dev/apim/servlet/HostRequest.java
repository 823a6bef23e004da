package dev.apim.servlet;

import dev.apim.backend.BackendRequest;
import dev.apim.http.Body;
import dev.apim.http.Headers;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The request as the policies left it. Where they did not touch the body, all that reads it is the container's; where they read or
 * replaced it, every accessor is served from what they left.
 */
final class HostRequest extends HttpServletRequestWrapper {
    private static final String REVISION = ";rev=";

    private final HttpServletRequest raw;
    private final BackendRequest forwarded;
    private final HostSide side;
    private final Headers headers;
    private final @Nullable ReplacedBody replaced;
    private final String rawUri;
    private final @Nullable String rawQuery;
    private final boolean pathUnchanged;
    private @Nullable HostResponse response;
    private @Nullable HostAsync async;
    private @Nullable Map<String, String[]> parameters;
    private @Nullable String parametersOf;

    HostRequest(HttpServletRequest raw, BackendRequest forwarded, @Nullable RequestBody body, HostSide side) {
        super(raw);
        this.raw = raw;
        this.forwarded = forwarded;
        this.side = side;
        this.headers = forwarded.headers();
        this.rawUri = raw.getRequestURI();
        this.rawQuery = raw.getQueryString();
        // Once and for all: a container may change its request at a dispatch.
        this.pathUnchanged = forwarded.url().path().equals(withoutRevision(rawUri))
                || forwarded.url().path().equals(raw.getContextPath() + Targets.seenByContainer(raw));
        Body sent = forwarded.body();
        boolean untouched = body == null ? sent.length() == 0 : sent == body && !body.isTaken();
        this.replaced = untouched ? null : new ReplacedBody(sent, headers, side.exchange());
    }

    void respondWith(HostResponse newResponse) {
        response = newResponse;
    }

    // Where it goes.

    /** Whether the host's chain, as the container chose it, is the right one. */
    boolean isPathUnchanged() {
        return pathUnchanged;
    }

    /** The path as policies left it, relative to the context, encoded. */
    String pathInContext() {
        String path = forwarded.url().path();
        String context = raw.getContextPath();
        return path.startsWith(context) ? path.substring(context.length()) : path;
    }

    private static String withoutRevision(String uri) {
        int at = uri.toLowerCase(java.util.Locale.ROOT).indexOf(REVISION);
        if (at < 0) {
            return uri;
        }
        int slash = uri.indexOf('/', at);
        return slash < 0 ? uri.substring(0, at) : uri.substring(0, at) + uri.substring(slash);
    }

    /**
     * The container's request once the host has it dispatched elsewhere: then the dispatch says where it goes. Some containers put one
     * of theirs beneath the wrapper, some change the one that there is.
     */
    private @Nullable HttpServletRequest dispatched() {
        HttpServletRequest now = (HttpServletRequest) getRequest();
        String uri = now.getRequestURI();
        String query = now.getQueryString();
        boolean here = uri.equals(rawUri) || uri.equals(forwarded.url().path());
        boolean same = query == null
                || query.equals(rawQuery)
                || query.equals(forwarded.url().query());
        return here && same ? null : now;
    }

    /** Whether the host is at a page that another includes. */
    boolean isIncluded() {
        return getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI) != null;
    }

    /** What was written ahead of a forward is taken back: not every container tells a wrapper so. */
    @Override
    public @Nullable RequestDispatcher getRequestDispatcher(String path) {
        RequestDispatcher found = super.getRequestDispatcher(path);
        return found == null ? null : new HostDispatcher(found);
    }

    @Override
    public String getRequestURI() {
        HttpServletRequest elsewhere = dispatched();
        if (elsewhere != null) {
            return elsewhere.getRequestURI();
        }
        return isPathUnchanged() ? withoutRevision(rawUri) : forwarded.url().path();
    }

    @Override
    public StringBuffer getRequestURL() {
        StringBuffer url = new StringBuffer(raw.getRequestURL());
        int path = url.indexOf("/", url.indexOf("://") + 3);
        return (path < 0 ? url : new StringBuffer(url.substring(0, path))).append(getRequestURI());
    }

    @Override
    public String getMethod() {
        return forwarded.method();
    }

    @Override
    public @Nullable String getQueryString() {
        HttpServletRequest elsewhere = dispatched();
        if (elsewhere != null) {
            return elsewhere.getQueryString();
        }
        String query = forwarded.url().query();
        return query.isEmpty() && rawQuery == null ? null : query;
    }

    /** Whether the container knows the parameters. */
    private boolean isQueryUnchanged() {
        return Objects.requireNonNullElse(rawQuery, "").equals(forwarded.url().query());
    }

    private HttpServletRequest inner() {
        return (HttpServletRequest) getRequest();
    }

    // Fields.

    /** What ends at this hop is the container's own business. */
    private static boolean isOfHop(String name) {
        return ResponseHead.isFraming(name)
                || name.equalsIgnoreCase("Upgrade")
                || name.equalsIgnoreCase("Trailer")
                || name.equalsIgnoreCase("TE")
                || name.equalsIgnoreCase("Proxy-Connection");
    }

    private boolean isRaw(String name) {
        return isOfHop(name) && (replaced == null || !ResponseHead.isFraming(name));
    }

    @Override
    public @Nullable String getHeader(String name) {
        if (isRaw(name)) {
            return raw.getHeader(name);
        }
        if (replaced != null && name.equalsIgnoreCase("Content-Length")) {
            return replaced.length() < 0 ? null : Long.toString(replaced.length());
        }
        return headers.get(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        if (isRaw(name)) {
            return raw.getHeaders(name);
        }
        String length = name.equalsIgnoreCase("Content-Length") ? getHeader(name) : null;
        return Collections.enumeration(length == null ? headers.all(name) : List.of(length));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = new java.util.ArrayList<>(headers.names());
        names.removeIf(HostRequest::isOfHop);
        for (Enumeration<String> all = raw.getHeaderNames(); all.hasMoreElements(); ) {
            String name = all.nextElement();
            if (isOfHop(name) && getHeader(name) != null) {
                names.add(name);
            }
        }
        return Collections.enumeration(names);
    }

    @Override
    public int getIntHeader(String name) {
        String value = getHeader(name);
        return value == null ? -1 : Integer.parseInt(value.strip());
    }

    @Override
    public long getDateHeader(String name) {
        String value = getHeader(name);
        return value == null || value.equals(raw.getHeader(name)) ? raw.getDateHeader(name) : HttpDates.millis(value);
    }

    @Override
    public Cookie @Nullable [] getCookies() {
        String sent = headers.joined("Cookie");
        return Objects.equals(sent, raw.getHeader("Cookie")) ? raw.getCookies() : RequestCookies.parse(sent);
    }

    @Override
    public @Nullable String getContentType() {
        return headers.get("Content-Type");
    }

    // The body.

    @Override
    public int getContentLength() {
        long length = getContentLengthLong();
        return length > Integer.MAX_VALUE ? -1 : (int) length;
    }

    @Override
    public long getContentLengthLong() {
        return replaced == null ? raw.getContentLengthLong() : replaced.length();
    }

    @Override
    public @Nullable String getCharacterEncoding() {
        return replaced == null ? raw.getCharacterEncoding() : replaced.charsetName();
    }

    @Override
    public void setCharacterEncoding(String charset) throws java.io.UnsupportedEncodingException {
        raw.setCharacterEncoding(charset);
        if (replaced != null) {
            replaced.charset(charset);
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return replaced == null ? raw.getInputStream() : replaced.stream();
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return replaced == null ? raw.getReader() : replaced.reader();
    }

    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        return replaced == null ? raw.getParts() : replaced.parts();
    }

    @Override
    public @Nullable Part getPart(String name) throws IOException, ServletException {
        if (replaced == null) {
            return raw.getPart(name);
        }
        return replaced.parts().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Map<String, String> getTrailerFields() {
        return replaced == null ? raw.getTrailerFields() : Map.of();
    }

    @Override
    public boolean isTrailerFieldsReady() {
        return replaced != null || raw.isTrailerFieldsReady();
    }

    // Parameters.

    @Override
    public Map<String, String[]> getParameterMap() {
        if (replaced == null && isQueryUnchanged()) {
            return inner().getParameterMap();
        }
        HttpServletRequest elsewhere = dispatched();
        String added = elsewhere == null ? null : elsewhere.getQueryString();
        Map<String, String[]> present = parameters;
        if (present == null || !Objects.equals(added, parametersOf)) {
            String query = forwarded.url().query();
            present = Parameters.of(added == null ? query : added + "&" + query, raw, replaced, forwarded.method());
            parameters = present;
            parametersOf = added;
        }
        return present;
    }

    @Override
    public @Nullable String getParameter(String name) {
        if (replaced == null && isQueryUnchanged()) {
            return inner().getParameter(name);
        }
        String[] values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return replaced == null && isQueryUnchanged()
                ? inner().getParameterValues(name)
                : getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    // The asynchronous cycle.

    @Override
    public AsyncContext startAsync() {
        return startAsync(this, Objects.requireNonNull(response));
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse given) {
        AsyncContext begun = raw.startAsync(request, given);
        HostAsync wrapped = new HostAsync(begun, side);
        side.startedAsync(wrapped);
        async = wrapped;
        return wrapped;
    }

    @Override
    public AsyncContext getAsyncContext() {
        HostAsync present = async;
        return present == null ? raw.getAsyncContext() : present;
    }
}
