package dev.apim.compat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What the host does at one path. */
@FunctionalInterface
interface Endpoint {
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
}
