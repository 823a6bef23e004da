package dev.apim.samples.servlet;

import dev.apim.model.Subscription;
import dev.apim.servlet.ApimContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The shop's own endpoint. It knows the gateway only to ask who calls. */
final class OrdersServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String caller =
                ApimContext.of(request).subscription().map(Subscription::id).orElse("nobody");
        response.setContentType("application/json");
        response.getWriter().write("{\"orders\":[{\"id\":1,\"item\":\"tea\"}],\"caller\":\"" + caller + "\"}");
    }
}
