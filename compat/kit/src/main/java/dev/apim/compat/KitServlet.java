package dev.apim.compat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The host's application: {@code /<any>/<endpoint>/…}, so that the same endpoints are there below every API's path. */
final class KitServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final Map<String, Endpoint> endpoints = new HashMap<>();

    KitServlet() {
        endpoints.putAll(EchoEndpoints.ALL);
        endpoints.putAll(BodyEndpoints.ALL);
        endpoints.putAll(ErrorEndpoints.ALL);
        endpoints.putAll(AsyncEndpoints.ALL);
        endpoints.putAll(ResponseEndpoints.ALL);
        endpoints.put("head", ResponseEndpoints::head);
        endpoints.put("typed", ResponseEndpoints::typed);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Endpoint endpoint = endpoints.get(segment(request, 2));
        if (endpoint == null) {
            response.sendError(404, "no such endpoint");
        } else {
            endpoint.answer(request, response);
        }
    }

    /** A segment of the path within the context, from 1; empty where there is none. */
    static String segment(HttpServletRequest request, int index) {
        Object included = request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO);
        String info = included instanceof String path ? path : request.getPathInfo();
        String[] segments = (info == null ? "" : info).split("/", -1);
        return index < segments.length ? segments[index] : "";
    }

    /** A number of the query. */
    static int number(HttpServletRequest request, String name) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return Integer.parseInt(pair.substring(name.length() + 1));
            }
        }
        return 0;
    }

    /** A word of the query, without the parameters being read. */
    static String word(HttpServletRequest request, String name) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return "";
    }
}
