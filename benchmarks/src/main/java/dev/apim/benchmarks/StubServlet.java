package dev.apim.benchmarks;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request and a response of no container: what a filter asks for is answered, everything else fails. It
 * makes no garbage, so that what is counted is the filter's.
 */
final class StubServlet {
    private static final List<String> NAMES =
            List.of("Host", "Accept", "User-Agent", "Ocp-Apim-Subscription-Key", "Accept-Encoding", "X-Request-Id");
    private static final List<String> VALUES =
            List.of("shop.test", "application/json", "benchmark/1.0", "benchmark-key", "gzip", "0123456789abcdef");

    private StubServlet() {}

    private static <T> T refusing(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, method, a) -> {
            throw new UnsupportedOperationException(method.getName());
        }));
    }

    /** Some of a list, one by one, and then of another. */
    private static final class Part implements Enumeration<String> {
        private List<String> list = List.of();
        private int end;
        private int next;

        Part over(List<String> newList, int from, int newEnd) {
            list = newList;
            next = from;
            end = newEnd;
            return this;
        }

        @Override
        public boolean hasMoreElements() {
            return next < end;
        }

        @Override
        public String nextElement() {
            return list.get(next++);
        }
    }

    /** GET of an order, with a key. */
    static final class Request extends HttpServletRequestWrapper {
        private final Part names = new Part();
        private final Part values = new Part();
        private @Nullable Object exchange;

        Request() {
            super(refusing(HttpServletRequest.class));
        }

        /** As a container does between two requests. */
        void recycle() {
            exchange = null;
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public String getScheme() {
            return "http";
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getProtocol() {
            return "HTTP/1.1";
        }

        @Override
        public String getRemoteAddr() {
            return "127.0.0.1";
        }

        @Override
        public String getRequestURI() {
            return "/shop/orders/42";
        }

        @Override
        public String getContextPath() {
            return "/shop";
        }

        @Override
        public String getServletPath() {
            return "/orders";
        }

        @Override
        public String getPathInfo() {
            return "/42";
        }

        @Override
        public @Nullable String getQueryString() {
            return null;
        }

        @Override
        public DispatcherType getDispatcherType() {
            return DispatcherType.REQUEST;
        }

        @Override
        public long getContentLengthLong() {
            return -1;
        }

        @Override
        public boolean isAsyncSupported() {
            return true;
        }

        @Override
        public boolean isAsyncStarted() {
            return false;
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return names.over(NAMES, 0, NAMES.size());
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            int at = indexOf(name);
            return at < 0 ? Collections.emptyEnumeration() : values.over(VALUES, at, at + 1);
        }

        @Override
        public @Nullable String getHeader(String name) {
            int at = indexOf(name);
            return at < 0 ? null : VALUES.get(at);
        }

        private static int indexOf(String name) {
            for (int i = 0; i < NAMES.size(); i++) {
                if (NAMES.get(i).equalsIgnoreCase(name)) {
                    return i;
                }
            }
            return -1;
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return name.startsWith("dev.apim.") ? exchange : null;
        }

        @Override
        public void setAttribute(String name, Object value) {
            exchange = value;
        }
    }

    /** Takes status, fields and bytes. */
    static final class Response extends HttpServletResponseWrapper {
        private final List<String> names = new ArrayList<>();
        private final List<String> values = new ArrayList<>();
        private final Sink sink = new Sink();
        private int status = 200;

        Response() {
            super(refusing(HttpServletResponse.class));
        }

        /** As a container does between two requests. */
        void recycle() {
            names.clear();
            values.clear();
            sink.count = 0;
            status = 200;
        }

        int count() {
            return sink.count;
        }

        @Override
        public int getStatus() {
            return status;
        }

        @Override
        public void setStatus(int newStatus) {
            status = newStatus;
        }

        @Override
        public int getBufferSize() {
            return 8 * 1024;
        }

        @Override
        public boolean isCommitted() {
            return false;
        }

        @Override
        public @Nullable String getContentType() {
            return getHeader("Content-Type");
        }

        @Override
        public void setContentType(String type) {
            setHeader("Content-Type", type);
        }

        @Override
        public void setContentLengthLong(long length) {}

        @Override
        public @Nullable String getHeader(String name) {
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).equalsIgnoreCase(name)) {
                    return values.get(i);
                }
            }
            return null;
        }

        @Override
        public void setHeader(String name, String value) {
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).equalsIgnoreCase(name)) {
                    values.set(i, value);
                    return;
                }
            }
            addHeader(name, value);
        }

        @Override
        public void addHeader(String name, String value) {
            names.add(name);
            values.add(value);
        }

        @Override
        public Collection<String> getHeaderNames() {
            return names;
        }

        @Override
        public Collection<String> getHeaders(String name) {
            String value = getHeader(name);
            return value == null ? List.of() : List.of(value);
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return sink;
        }
    }

    private static final class Sink extends ServletOutputStream {
        private int count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("setWriteListener");
        }
    }
}
