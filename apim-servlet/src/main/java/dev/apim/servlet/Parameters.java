package dev.apim.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Request parameters of a request that policies changed: those of the query first, then the form's. */
final class Parameters {
    private static final String FORM = "application/x-www-form-urlencoded";

    private Parameters() {}

    static Map<String, String[]> of(
            String query, HttpServletRequest raw, @Nullable ReplacedBody replaced, String method) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        read(query, StandardCharsets.UTF_8, all);
        if (replaced == null) {
            addForm(raw, all);
        } else if (method.equals("POST") && isForm(replaced)) {
            try {
                read(new String(replaced.bytes(), StandardCharsets.ISO_8859_1), replaced.charset(), all);
            } catch (IOException e) {
                throw new UncheckedIOException("the form cannot be read", e);
            }
        } else if (method.equals("POST") && replaced.mediaType().equals("multipart/form-data")) {
            addFields(replaced, all);
        }
        Map<String, String[]> map = new LinkedHashMap<>();
        all.forEach((name, values) -> map.put(name, values.toArray(new String[0])));
        return Collections.unmodifiableMap(map);
    }

    private static boolean isForm(ReplacedBody body) {
        return body.mediaType().equals(FORM);
    }

    /** The container has the form's values behind those of the query it knows. */
    private static void addForm(HttpServletRequest raw, Map<String, List<String>> all) {
        Map<String, List<String>> known = new LinkedHashMap<>();
        read(raw.getQueryString() == null ? "" : raw.getQueryString(), StandardCharsets.UTF_8, known);
        raw.getParameterMap().forEach((name, values) -> {
            int ofQuery = Math.min(known.getOrDefault(name, List.of()).size(), values.length);
            if (ofQuery < values.length) {
                all.computeIfAbsent(name, n -> new ArrayList<>())
                        .addAll(Arrays.asList(values).subList(ofQuery, values.length));
            }
        });
    }

    /** Parts that are no files are parameters, too (Jakarta Servlet 6.0 §3.2). */
    private static void addFields(ReplacedBody replaced, Map<String, List<String>> all) {
        try {
            for (Part part : replaced.parts()) {
                if (part.getSubmittedFileName() == null) {
                    String value = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    all.computeIfAbsent(part.getName(), n -> new ArrayList<>()).add(value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the parts cannot be read", e);
        } catch (ServletException e) {
            throw new IllegalStateException("the parts cannot be read", e);
        }
    }

    private static void read(String text, Charset charset, Map<String, List<String>> into) {
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                into.computeIfAbsent(decoded(name, charset), n -> new ArrayList<>())
                        .add(decoded(value, charset));
            }
        }
    }

    /** What is no escape stands for itself. */
    private static String decoded(String text, Charset charset) {
        try {
            return URLDecoder.decode(text, charset);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
