package dev.apim.runner.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A backend of the JDK's, and a folder of artifacts with one API {@code a} in front of it that takes everything and needs no key. */
final class Backend implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Backend(HttpHandler handler) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", handler);
        server.setExecutor(threads);
        server.start();
    }

    static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Writes the artifacts. */
    Path artifacts(Path folder) throws IOException {
        return artifacts(folder, url());
    }

    /** The same for any backend. */
    static Path artifacts(Path folder, String url) throws IOException {
        Path api = Files.createDirectories(folder.resolve("apis/a"));
        Files.writeString(
                api.resolve("apiInformation.json"),
                "{\"properties\": {\"displayName\": \"A\", \"path\": \"a\", \"protocols\": [\"http\"], \"serviceUrl\": \""
                        + url + "\", \"subscriptionRequired\": false}}");
        Files.writeString(api.resolve("specification.yaml"), """
                openapi: 3.0.1
                info: {title: A, version: '1'}
                paths:
                  /{*rest}:
                    get: {operationId: get, responses: {'200': {description: ok}}}
                    post: {operationId: post, responses: {'200': {description: ok}}}
                """);
        return folder;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
