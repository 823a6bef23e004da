package dev.apim.compat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Endpoints that use what a response offers besides a body. */
final class ResponseEndpoints {
    static final Map<String, Endpoint> ALL = Map.of(
            "headers", ResponseEndpoints::headers,
            "set-cookies", ResponseEndpoints::setCookies,
            "reset", ResponseEndpoints::reset,
            "reset-buffer", ResponseEndpoints::resetBuffer,
            "buffer", ResponseEndpoints::buffer,
            "both", ResponseEndpoints::both,
            "forward", ResponseEndpoints::forward,
            "include", ResponseEndpoints::include,
            "included", ResponseEndpoints::included,
            "late-header", ResponseEndpoints::lateHeader);

    private ResponseEndpoints() {}

    /** Text of a type without a charset: what is said of its encoding is the container's choice. */
    static void typed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String type = request.getParameter("type");
        if (type != null) {
            response.setContentType(type);
        }
        response.getWriter()
                .print("gr\u00fc\u00df " + response.getContentType() + " "
                        + String.valueOf(response.getCharacterEncoding()).toLowerCase(Locale.ROOT));
    }

    private static void headers(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.addHeader("X-Many", "one");
        response.addHeader("X-Many", "two, three");
        response.addIntHeader("X-Many", 4);
        response.setDateHeader("Last-Modified", 784_111_777_000L);
        response.setHeader("X-Gone", "gone");
        response.setHeader("X-Gone", null);
        response.setContentType("text/html; charset=ISO-8859-1");
        response.getWriter().print("\u00fc " + response.getHeaders("X-Many") + " " + response.containsHeader("X-Many"));
    }

    private static void setCookies(HttpServletRequest request, HttpServletResponse response) {
        Cookie first = new Cookie("first", "1");
        first.setHttpOnly(true);
        first.setPath("/shop");
        response.addCookie(first);
        response.addCookie(new Cookie("second", "2"));
    }

    private static void reset(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(202);
        response.setHeader("X-Lost", "lost");
        response.getWriter().print("lost");
        response.reset();
        response.setHeader("X-Kept", "kept");
        response.getOutputStream().print("kept " + response.getStatus());
    }

    private static void resetBuffer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(202);
        response.setHeader("X-Kept", "kept");
        response.getOutputStream().print("lost");
        response.resetBuffer();
        response.getOutputStream().print("kept");
    }

    private static void buffer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setBufferSize(20_000);
        boolean roomy = response.getBufferSize() >= 20_000;
        response.getOutputStream().write(KitBytes.of(19_000));
        response.setHeader("X-Open", roomy + " " + response.isCommitted());
        response.flushBuffer();
        boolean late = response.isCommitted();
        String refused = "no";
        try {
            response.resetBuffer();
        } catch (IllegalStateException e) {
            refused = "yes";
        }
        response.getOutputStream().print(" committed " + late + " refused " + refused);
    }

    private static void both(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print("writer");
        try {
            response.getOutputStream();
        } catch (IllegalStateException e) {
            response.getWriter().print(", no stream");
        }
    }

    private static void forward(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.getOutputStream().print("lost");
        request.getRequestDispatcher("/" + KitServlet.segment(request, 1) + "/where?a=forwarded")
                .forward(request, response);
    }

    private static void include(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setContentType("text/plain");
        response.getOutputStream().print("before ");
        request.getRequestDispatcher("/" + KitServlet.segment(request, 1) + "/included")
                .include(request, response);
        response.getOutputStream().print(" after");
    }

    /** An included page cannot change the head (Servlet 9.3). */
    private static void included(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(500);
        response.getOutputStream().print("included");
    }

    static void head(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.setContentLength(5);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().print("12345");
        }
    }

    private static void lateHeader(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getOutputStream().print("body");
        response.setHeader("X-Late", "in time");
        response.flushBuffer();
        response.setHeader("X-Too-Late", "too late");
        response.setStatus(500);
    }
}
