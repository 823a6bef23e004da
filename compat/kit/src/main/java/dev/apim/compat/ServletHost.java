package dev.apim.compat;

import jakarta.servlet.ServletContainerInitializer;
import java.util.Map;

/** A servlet container with one application. What a container's tests bring. */
public interface ServletHost extends AutoCloseable {
    /**
     * Starts it on a free port of 127.0.0.1.
     *
     * @param contextPath such as {@code /shop}
     * @param errorPages the location of the page for a status
     * @param application registers filters and servlets while the context starts
     */
    void start(String contextPath, Map<Integer, String> errorPages, ServletContainerInitializer application)
            throws Exception;

    /** Where it listens. */
    int port();

    @Override
    void close() throws Exception;
}
