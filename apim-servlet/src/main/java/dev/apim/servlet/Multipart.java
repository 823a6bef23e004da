package dev.apim.servlet;

import dev.apim.http.Headers;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads {@code multipart/form-data} in memory (RFC 7578, RFC 2046 §5.1.1). */
final class Multipart {
    private static final int MOST_PARTS = 1_000;

    private final byte[] bytes;
    private final byte[] delimiter;
    private int at;

    private Multipart(byte[] bytes, String boundary) {
        this.bytes = bytes;
        this.delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    static List<Part> parse(byte[] bytes, String boundary) throws ServletException {
        return new Multipart(bytes, boundary).parts();
    }

    private List<Part> parts() throws ServletException {
        List<Part> parts = new ArrayList<>();
        at = find(delimiter, 0);
        if (at < 0) {
            throw new ServletException("the multipart body holds no part: its boundary does not occur");
        }
        at += delimiter.length;
        while (!startsWith("--")) {
            if (parts.size() == MOST_PARTS) {
                throw new ServletException("the multipart body has more than " + MOST_PARTS + " parts");
            }
            skipLine();
            Headers headers = headers();
            int end = find(withLineBreak(), at);
            if (end < 0) {
                throw new ServletException("the multipart body ends within a part");
            }
            parts.add(new BytesPart(headers, Arrays.copyOfRange(bytes, at, end)));
            at = end + 2 + delimiter.length;
        }
        return parts;
    }

    private byte[] withLineBreak() {
        byte[] all = new byte[delimiter.length + 2];
        all[0] = '\r';
        all[1] = '\n';
        System.arraycopy(delimiter, 0, all, 2, delimiter.length);
        return all;
    }

    private boolean startsWith(String text) {
        return at + text.length() <= bytes.length
                && new String(bytes, at, text.length(), StandardCharsets.ISO_8859_1).equals(text);
    }

    private void skipLine() throws ServletException {
        int end = find(new byte[] {'\r', '\n'}, at);
        if (end < 0) {
            throw new ServletException("the multipart body ends within a boundary");
        }
        at = end + 2;
    }

    private Headers headers() throws ServletException {
        Headers headers = new Headers();
        while (true) {
            int end = find(new byte[] {'\r', '\n'}, at);
            if (end < 0) {
                throw new ServletException("the multipart body ends within the fields of a part");
            }
            String line = new String(bytes, at, end - at, StandardCharsets.UTF_8);
            at = end + 2;
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
    }

    private int find(byte[] what, int from) {
        for (int i = from; i <= bytes.length - what.length; i++) {
            if (bytes[i] == what[0] && Arrays.equals(bytes, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }
}
