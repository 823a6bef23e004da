package dev.apim.backend;

/** Makes a {@link BackendClient}; found with {@link java.util.ServiceLoader}. */
public interface BackendClientProvider {
    /** A client of its own, with its own connections and threads; the caller closes it. */
    BackendClient create();

    /** The greatest wins; the client of the JDK has 0. */
    int priority();
}
