package dev.apim.compat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A response as it stood on the wire.
 *
 * @param statusLine the first line
 * @param fields name and value of each, as {@code name: value}, names in small letters
 * @param body with chunks joined
 * @param trailers as fields
 */
public record RawAnswer(String statusLine, List<String> fields, byte[] body, List<String> trailers) {
    /** Reads one; what follows stays in the stream. */
    static RawAnswer read(String method, InputStream in) throws IOException {
        String status = line(in);
        List<String> fields = fields(in);
        RawAnswer head = new RawAnswer(status, fields, new byte[0], List.of());
        int code = head.status();
        if (method.equals("HEAD") || code < 200 || code == 204 || code == 304) {
            return head;
        }
        if ("chunked".equals(head.field("transfer-encoding"))) {
            byte[] body = chunks(in);
            return new RawAnswer(status, fields, body, fields(in));
        }
        String length = head.field("content-length");
        byte[] body = length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
        if (length != null && body.length < Integer.parseInt(length)) {
            throw new IOException("the body ends early");
        }
        return new RawAnswer(status, fields, body, List.of());
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(line(in).strip(), 16);
            if (length == 0) {
                return body.toByteArray();
            }
            byte[] chunk = in.readNBytes(length);
            if (chunk.length < length || !line(in).isEmpty()) {
                throw new IOException("a chunk ends early");
            }
            body.write(chunk);
        }
    }

    private static List<String> fields(InputStream in) throws IOException {
        List<String> fields = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            fields.add(line.substring(0, colon).toLowerCase(Locale.ROOT) + ": "
                    + line.substring(colon + 1).strip());
        }
        return fields;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the response ends within its head, after: " + line);
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** The status code. */
    public int status() {
        return Integer.parseInt(statusLine.split(" ")[1]);
    }

    /** The first value of a field, by its name in small letters. */
    public @Nullable String field(String name) {
        return all(name).stream().findFirst().orElse(null);
    }

    /** All values of a field. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.startsWith(name + ": "))
                .map(field -> field.substring(name.length() + 2))
                .toList();
    }

    /** The body, a byte a character. */
    public String text() {
        return new String(body, StandardCharsets.ISO_8859_1);
    }
}
