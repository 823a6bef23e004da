package dev.apim.servlet;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** A forward that takes back, first, what was written: not every container tells a wrapper to (Jakarta Servlet 6.0 §9.4). */
record HostDispatcher(RequestDispatcher raw) implements RequestDispatcher {
    @Override
    public void forward(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        response.resetBuffer();
        raw.forward(request, response);
    }

    @Override
    public void include(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        raw.include(request, response);
    }
}
