package dev.apim.compat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Endpoints that fail, or send their caller elsewhere. */
final class ErrorEndpoints {
    static final Map<String, Endpoint> ALL = Map.of(
            "status", ErrorEndpoints::status,
            "send-error", ErrorEndpoints::sendError,
            "throw", ErrorEndpoints::fail,
            "throw-servlet", ErrorEndpoints::failServlet,
            "throw-late", ErrorEndpoints::failLate,
            "throw-wet", ErrorEndpoints::failWet,
            "redirect", ErrorEndpoints::redirect,
            "silent", ErrorEndpoints::silent,
            "error-page", ErrorEndpoints::errorPage);

    private ErrorEndpoints() {}

    private static void status(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = KitServlet.number(request, "code");
        response.setStatus(status);
        response.setHeader("X-Status", Integer.toString(status));
        if (status != 204 && status != 304) {
            response.getWriter().print("status " + status);
        }
    }

    private static void sendError(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Before", "kept");
        response.getOutputStream().print("lost");
        response.sendError(KitServlet.number(request, "code"), "told by the host");
    }

    private static void fail(HttpServletRequest request, HttpServletResponse response) {
        throw new IllegalStateException("thrown by the host");
    }

    private static void failServlet(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        throw new ServletException("thrown by the host", new IOException("its cause"));
    }

    /** After the head is out. */
    private static void failLate(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getOutputStream().print("the beginning");
        response.flushBuffer();
        throw new IOException("thrown by the host");
    }

    /** After bytes were written, none of which is out. */
    private static void failWet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Wet", "yes");
        response.getWriter().print("the beginning");
        throw new IllegalStateException("thrown by the host");
    }

    private static void redirect(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(KitServlet.word(request, "to"));
    }

    /** Says nothing until a gate opens. */
    private static void silent(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Gates.await(KitServlet.word(request, "gate"));
        response.getWriter().print("at last");
    }

    /** The page of an error; it says which. */
    private static void errorPage(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .print("page of " + request.getAttribute("jakarta.servlet.error.status_code") + " for "
                        + request.getAttribute("jakarta.servlet.error.request_uri") + " by "
                        + request.getDispatcherType());
    }
}
