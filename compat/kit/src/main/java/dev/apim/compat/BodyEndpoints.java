package dev.apim.compat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;

/** Endpoints that send bodies of every kind. */
final class BodyEndpoints {
    static final Map<String, Endpoint> ALL = Map.of(
            "sized", BodyEndpoints::sized,
            "chunked", BodyEndpoints::chunked,
            "single-bytes", BodyEndpoints::singleBytes,
            "writer", BodyEndpoints::writer,
            "events", BodyEndpoints::events,
            "gzip", BodyEndpoints::gzip,
            "endless", BodyEndpoints::endless,
            "duplex", BodyEndpoints::duplex,
            "trailers-out", BodyEndpoints::trailersOut,
            "close", BodyEndpoints::close);

    private static final int CHUNK = 1000;

    private BodyEndpoints() {}

    private static void sized(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int size = KitServlet.number(request, "size");
        response.setContentType("application/octet-stream");
        response.setContentLength(size);
        write(response.getOutputStream(), size);
    }

    private static void chunked(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int size = KitServlet.number(request, "size");
        response.setContentType("application/octet-stream");
        response.flushBuffer();
        write(response.getOutputStream(), size);
    }

    private static void write(ServletOutputStream out, int size) throws IOException {
        byte[] bytes = KitBytes.of(size);
        for (int at = 0; at < size; at += CHUNK) {
            out.write(bytes, at, Math.min(CHUNK, size - at));
        }
    }

    private static void singleBytes(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/octet-stream");
        ServletOutputStream out = response.getOutputStream();
        int size = KitServlet.number(request, "size");
        for (int i = 0; i < size; i++) {
            out.write(KitBytes.at(i));
        }
    }

    private static void writer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.setCharacterEncoding(KitServlet.word(request, "charset"));
        PrintWriter writer = response.getWriter();
        writer.print("gr\u00fc\u00df ");
        writer.flush();
        writer.printf("%d %s", 1, "\u00e4".repeat(KitServlet.number(request, "size")));
        writer.close();
    }

    /** Server-sent events: the second waits for a gate that the reader of the first opens. */
    private static void events(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream");
        ServletOutputStream out = response.getOutputStream();
        out.print("data: first\n\n");
        response.flushBuffer();
        Gates.await(KitServlet.word(request, "gate"));
        out.print("data: second\n\n");
        out.flush();
    }

    private static void gzip(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Encoding", "gzip");
        response.setContentType("text/plain");
        response.getOutputStream().write(KitBytes.gzip("compressed".repeat(100).getBytes("US-ASCII")));
    }

    /** Writes until the client has gone, and opens a gate then. */
    private static void endless(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] bytes = KitBytes.of(16 * 1024);
        try {
            for (int i = 0; i < 100_000; i++) {
                response.getOutputStream().write(bytes);
                response.flushBuffer();
            }
        } catch (IOException e) {
            Gates.open(KitServlet.word(request, "gate"));
            throw e;
        }
    }

    /** Answers each chunk of the request as it comes. */
    private static void duplex(HttpServletRequest request, HttpServletResponse response) throws IOException {
        InputStream in = request.getInputStream();
        ServletOutputStream out = response.getOutputStream();
        response.setContentType("text/plain");
        byte[] buffer = new byte[1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.print("[");
            out.write(buffer, 0, read);
            out.print("]");
            out.flush();
        }
    }

    private static void trailersOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Trailer", "X-Sum");
        response.setTrailerFields(() -> Map.of("X-Sum", "42"));
        response.setContentType("text/plain");
        response.flushBuffer();
        response.getOutputStream().print("before the trailer");
    }

    private static void close(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getOutputStream().print("all of it");
        response.getOutputStream().close();
        response.setHeader("X-Late", "yes");
    }
}
