package dev.apim.servlet;

import dev.apim.core.pipeline.BodyLimits;
import dev.apim.http.Body;
import dev.apim.http.BytesBody;
import dev.apim.http.Headers;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request body that policies read, put in place or watch, as all accessors of the host see it: bytes in memory, or a stream, of which
 * forms and parts are read within a limit.
 */
final class ReplacedBody {
    private static final int MOST_IN_MEMORY = BodyLimits.DEFAULT.bufferedBytes();

    private final Body body;
    private final ServletExchange exchange;
    private final String contentType;
    private @Nullable String charset;
    private @Nullable ServletInputStream stream;
    private byte @Nullable [] whole;
    private @Nullable BufferedReader reader;
    private @Nullable List<Part> parts;

    ReplacedBody(Body body, Headers headers, ServletExchange exchange) {
        this.body = body;
        this.exchange = exchange;
        this.contentType = headers.getOrDefault("Content-Type", "");
        this.charset = parameter("charset");
    }

    long length() {
        return body.length();
    }

    byte[] bytes() throws IOException {
        if (body instanceof BytesBody bytes) {
            return bytes.bytes();
        }
        byte[] present = whole;
        if (present == null && (stream != null || reader != null)) {
            return new byte[0]; // what the host reads itself is no form any more (Jakarta Servlet 6.0 §3.1.1)
        }
        if (present == null) {
            present = source().readNBytes(MOST_IN_MEMORY + 1);
            if (present.length > MOST_IN_MEMORY) {
                throw new IOException("the request body is larger than the " + MOST_IN_MEMORY + " bytes of a form");
            }
            whole = present;
        }
        return present;
    }

    private ServletInputStream source() {
        byte[] read = body instanceof BytesBody bytes ? bytes.bytes() : whole;
        return read == null ? new StreamedInput(body, exchange) : new BytesInputStream(read);
    }

    /** Type and subtype in lower case, or empty. */
    String mediaType() {
        int semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private @Nullable String parameter(String name) {
        for (String part : contentType.split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0 && part.substring(0, equals).strip().equalsIgnoreCase(name)) {
                String value = part.substring(equals + 1).strip();
                boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
                return quoted ? value.substring(1, value.length() - 1) : value;
            }
        }
        return null;
    }

    @Nullable
    String charsetName() {
        return charset;
    }

    void charset(String name) {
        charset = name;
    }

    /** That of a form without a charset is UTF-8 (WHATWG URL §5.1). */
    Charset charset() {
        try {
            return charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    ServletInputStream stream() {
        if (reader != null) {
            throw new IllegalStateException("getReader() was called for this request");
        }
        ServletInputStream present = stream;
        if (present == null) {
            present = source();
            stream = present;
        }
        return present;
    }

    BufferedReader reader() {
        if (stream != null) {
            throw new IllegalStateException("getInputStream() was called for this request");
        }
        BufferedReader present = reader;
        if (present == null) {
            Charset used = charset == null ? StandardCharsets.ISO_8859_1 : charset();
            present = new BufferedReader(new InputStreamReader(source(), used));
            reader = present;
        }
        return present;
    }

    Collection<Part> parts() throws IOException, ServletException {
        List<Part> present = parts;
        if (present == null) {
            String boundary = parameter("boundary");
            if (!mediaType().equals("multipart/form-data") || boundary == null) {
                throw new ServletException("the request is no multipart/form-data with a boundary");
            }
            present = List.copyOf(Multipart.parse(bytes(), boundary));
            parts = present;
        }
        return present;
    }
}
