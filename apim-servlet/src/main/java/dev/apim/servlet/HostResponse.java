package dev.apim.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The response as the host sees it. Status and fields go to the container's response at once, the body to a {@link HostOutput}; what
 * would commit the response asks the policies first.
 */
final class HostResponse extends HttpServletResponseWrapper {
    private final HttpServletResponse raw;
    private final HostOutput output;
    private @Nullable HostStream stream;
    private final HostRequest request;
    private @Nullable PrintWriter writer;

    HostResponse(HttpServletResponse raw, HostOutput output, HostRequest request) {
        super(raw);
        this.raw = raw;
        this.output = output;
        this.request = request;
    }

    /** Whether the head may be changed; an included page cannot (Jakarta Servlet 6.0 §9.3). */
    private boolean isOpen() {
        return output.isOpen() && !request.isIncluded();
    }

    @Override
    public ServletOutputStream getOutputStream() {
        if (writer != null) {
            throw new IllegalStateException("getWriter() was called for this response");
        }
        HostStream present = stream;
        if (present == null) {
            present = new HostStream(output, raw);
            stream = present;
        }
        return present;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (stream != null) {
            throw new IllegalStateException("getOutputStream() was called for this response");
        }
        PrintWriter present = writer;
        if (present == null) {
            String charset = raw.getCharacterEncoding();
            // Some containers know of no encoding for a type and name none either; they write it as the Servlet API's
            // default.
            boolean unknown = charset == null || charset.isEmpty();
            if (!unknown && !isAssumed(charset)) {
                raw.setCharacterEncoding(charset);
            }
            String used = unknown ? "ISO-8859-1" : charset;
            present = new PrintWriter(new OutputStreamWriter(new HostStream(output, raw), used), false);
            writer = present;
        }
        return present;
    }

    /** JSON has one encoding (RFC 8259 §8.1), which a container that knows it does not name. */
    private boolean isAssumed(String charset) {
        String type = raw.getContentType();
        return type != null
                && charset.equalsIgnoreCase("UTF-8")
                && type.toLowerCase(Locale.ROOT).contains("json")
                && type.indexOf(';') < 0;
    }

    /** Hands over what the writer holds back. By the host's thread, when the host has ended. */
    void finish() {
        PrintWriter present = writer;
        output.ending();
        if (present != null) {
            present.flush();
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        output.flush();
    }

    @Override
    public boolean isCommitted() {
        return output.isCommitted() || raw.isCommitted();
    }

    @Override
    public void reset() {
        requireOpen();
        output.reset();
        stream = null;
        writer = null;
    }

    @Override
    public void resetBuffer() {
        requireOpen();
        output.clear();
    }

    private void requireOpen() {
        if (isCommitted()) {
            throw new IllegalStateException("the response is committed");
        }
    }

    @Override
    public int getBufferSize() {
        return output.limit();
    }

    @Override
    public void setBufferSize(int size) {
        raw.setBufferSize(size);
        output.limit(raw.getBufferSize());
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, null);
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        requireOpen();
        if (isOpen()) {
            output.sendError(status, message);
        }
    }

    @Override
    public void sendRedirect(String location) {
        sendRedirect(location, SC_FOUND, true);
    }

    /** Of Servlet 6.1, under which it overrides. */
    public void sendRedirect(String location, boolean clearBuffer) {
        sendRedirect(location, SC_FOUND, clearBuffer);
    }

    /** Of Servlet 6.1, under which it overrides. */
    public void sendRedirect(String location, int status) {
        sendRedirect(location, status, true);
    }

    /** Of Servlet 6.1, under which it overrides. */
    public void sendRedirect(String location, int status, boolean clearBuffer) {
        requireOpen();
        if (isOpen()) {
            output.sendRedirect(status, location, clearBuffer);
        }
    }

    // The head, as long as it may change.

    @Override
    public void setStatus(int status) {
        if (isOpen()) {
            raw.setStatus(status);
        }
    }

    @Override
    public void setContentLength(int length) {
        setContentLengthLong(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        if (isOpen()) {
            output.announce(length);
            raw.setContentLengthLong(length);
        }
    }

    private boolean isLength(String name, @Nullable String value) {
        if (!"Content-Length".equalsIgnoreCase(name)) {
            return false;
        }
        try {
            setContentLengthLong(value == null ? -1 : Long.parseLong(value.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Content-Length is a number", e);
        }
        return true;
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (isOpen() && !isLength(name, value)) {
            raw.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (isOpen() && !isLength(name, value)) {
            raw.addHeader(name, value);
        }
    }

    @Override
    public void setIntHeader(String name, int value) {
        if (isOpen() && !isLength(name, Integer.toString(value))) {
            raw.setIntHeader(name, value);
        }
    }

    @Override
    public void addIntHeader(String name, int value) {
        if (isOpen() && !isLength(name, Integer.toString(value))) {
            raw.addIntHeader(name, value);
        }
    }

    @Override
    public void setDateHeader(String name, long date) {
        if (isOpen()) {
            raw.setDateHeader(name, date);
        }
    }

    @Override
    public void addDateHeader(String name, long date) {
        if (isOpen()) {
            raw.addDateHeader(name, date);
        }
    }

    @Override
    public void addCookie(Cookie cookie) {
        if (isOpen()) {
            raw.addCookie(cookie);
        }
    }

    /** The writer's encoding is settled once there is a writer. */
    @Override
    public void setContentType(@Nullable String type) {
        if (isOpen()) {
            String charset = writer == null ? null : raw.getCharacterEncoding();
            raw.setContentType(type);
            if (charset != null) {
                raw.setCharacterEncoding(charset);
            }
        }
    }

    @Override
    public void setCharacterEncoding(String charset) {
        if (isOpen() && writer == null) {
            raw.setCharacterEncoding(charset);
        }
    }

    @Override
    public void setLocale(Locale locale) {
        if (isOpen()) {
            String charset = writer == null ? null : raw.getCharacterEncoding();
            raw.setLocale(locale);
            if (charset != null) {
                raw.setCharacterEncoding(charset);
            }
        }
    }

    @Override
    public void setTrailerFields(Supplier<Map<String, String>> trailers) {
        requireOpen();
        output.trailers(trailers);
    }
}
