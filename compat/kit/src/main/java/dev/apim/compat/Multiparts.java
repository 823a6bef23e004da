package dev.apim.compat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Requests of {@code multipart/form-data}. */
final class Multiparts {
    private static final String BOUNDARY = "----kit7d1b";

    private Multiparts() {}

    /** Fields, and a file named {@code f.bin} in a part named {@code file}. */
    static byte[] body(Map<String, String> fields, byte[] file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fields.forEach((name, value) -> out.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        out.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.bin\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(file);
        out.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    static String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    static HttpRequest.Builder post(HttpRequest.Builder request, Map<String, String> fields, byte[] file) {
        return request.header("Content-Type", contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(fields, file)));
    }
}
