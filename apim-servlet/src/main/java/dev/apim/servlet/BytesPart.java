package dev.apim.servlet;

import dev.apim.http.Headers;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part in memory. */
final class BytesPart implements Part {
    private final Headers headers;
    private byte[] content;

    BytesPart(Headers headers, byte[] content) {
        this.headers = headers;
        this.content = content;
    }

    private @Nullable String parameter(String name) {
        Matcher found = Pattern.compile("(?i);\\s*" + name + "\\s*=\\s*(?:\"((?:\\\\.|[^\"\\\\])*)\"|([^;\\s]+))")
                .matcher(headers.getOrDefault("Content-Disposition", ""));
        if (!found.find()) {
            return null;
        }
        return found.group(1) == null ? found.group(2) : found.group(1).replaceAll("\\\\(.)", "$1");
    }

    @Override
    public InputStream getInputStream() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public @Nullable String getContentType() {
        return headers.get("Content-Type");
    }

    @Override
    public String getName() {
        String name = parameter("name");
        return name == null ? "" : name;
    }

    @Override
    public @Nullable String getSubmittedFileName() {
        return parameter("filename");
    }

    @Override
    public long getSize() {
        return content.length;
    }

    /** Relative names lie in the directory for temporary files, as the Servlet API leaves to the container. */
    @Override
    public void write(String fileName) throws IOException {
        Path file = Path.of(fileName);
        Files.write(
                file.isAbsolute()
                        ? file
                        : Path.of(System.getProperty("java.io.tmpdir")).resolve(file),
                content);
    }

    @Override
    public void delete() {
        content = new byte[0];
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public Collection<String> getHeaders(String name) {
        return headers.all(name);
    }

    @Override
    public Collection<String> getHeaderNames() {
        return headers.names();
    }
}
