package dev.apim.compat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Endpoints that say what the host sees of a request. */
final class EchoEndpoints {
    static final Map<String, Endpoint> ALL = Map.of(
            "echo", EchoEndpoints::echo,
            "form", EchoEndpoints::form,
            "multipart", EchoEndpoints::multipart,
            "reader", EchoEndpoints::reader,
            "trailers-in", EchoEndpoints::trailersIn,
            "cookies", EchoEndpoints::cookies,
            "session", EchoEndpoints::session,
            "where", EchoEndpoints::where,
            "unread", EchoEndpoints::unread);

    private EchoEndpoints() {}

    private static void say(HttpServletResponse response, String text) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void echo(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(
                        name.toLowerCase(java.util.Locale.ROOT),
                        String.join("|", Collections.list(request.getHeaders(name)))));
        StringBuilder text = new StringBuilder();
        text.append("method ").append(request.getMethod()).append('\n');
        text.append("uri ").append(request.getRequestURI()).append('\n');
        text.append("query ").append(request.getQueryString()).append('\n');
        headers.forEach((name, value) ->
                text.append("header ").append(name).append(": ").append(value).append('\n'));
        text.append("body ").append(digest(request.getInputStream())).append('\n');
        response.setHeader("X-Method", request.getMethod());
        say(response, text.toString());
    }

    static String digest(InputStream in) throws IOException {
        MessageDigest sha = KitBytes.sha();
        byte[] buffer = new byte[8192];
        long length = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            sha.update(buffer, 0, read);
            length += read;
        }
        return KitBytes.digest(sha.digest(), length);
    }

    private static void form(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(request.getParameterMap())
                .forEach((name, values) -> text.append(name)
                        .append('=')
                        .append(Arrays.toString(values))
                        .append('\n'));
        text.append("first ").append(request.getParameter("a")).append('\n');
        text.append("absent ").append(request.getParameter("absent")).append('\n');
        say(response, text.toString());
    }

    private static void multipart(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        StringBuilder text = new StringBuilder();
        for (Part part : request.getParts()) {
            text.append(part.getName())
                    .append(' ')
                    .append(part.getSubmittedFileName())
                    .append(' ')
                    .append(part.getContentType())
                    .append(' ');
            try (InputStream in = part.getInputStream()) {
                text.append(digest(in)).append('\n');
            }
        }
        Part one = request.getPart("file");
        text.append("file ").append(one == null ? "none" : one.getSize()).append('\n');
        text.append("a ").append(request.getParameter("a")).append('\n');
        say(response, text.toString());
    }

    private static void reader(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String body = request.getReader().lines().collect(Collectors.joining("\n"));
        say(response, request.getCharacterEncoding() + " " + body);
    }

    private static void trailersIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String body = digest(request.getInputStream());
        Map<String, String> trailers = new TreeMap<>();
        if (request.isTrailerFieldsReady()) {
            request.getTrailerFields()
                    .forEach((name, value) -> trailers.put(name.toLowerCase(java.util.Locale.ROOT), value));
        }
        say(response, body + " " + trailers);
    }

    private static void cookies(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Cookie[] cookies = request.getCookies();
        String text = cookies == null
                ? "none"
                : Arrays.stream(cookies)
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .collect(Collectors.joining(" "));
        say(response, text);
    }

    private static void session(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object count = request.getSession().getAttribute("count");
        int next = count instanceof Integer number ? number + 1 : 1;
        request.getSession().setAttribute("count", next);
        say(response, "visit " + next);
    }

    private static void where(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String url = request.getRequestURL().toString();
        say(
                response,
                "context " + request.getContextPath() + "\nservlet " + request.getServletPath() + "\ninfo "
                        + request.getPathInfo() + "\nuri " + request.getRequestURI() + "\nurl "
                        + url.substring(url.indexOf('/', 8)) + "\ntype " + request.getDispatcherType() + "\nquery "
                        + request.getQueryString() + "\nparameter " + request.getParameter("a") + "\n");
    }

    private static void unread(HttpServletRequest request, HttpServletResponse response) throws IOException {
        say(response, "not read");
    }
}
