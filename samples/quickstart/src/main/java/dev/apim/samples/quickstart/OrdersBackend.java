package dev.apim.samples.quickstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/** A service with three orders, as any team might have one; it knows nothing of the gateway in front of it. */
public final class OrdersBackend {
    private static final Map<String, String> ORDERS = new TreeMap<>(Map.of(
            "1", "{\"id\":\"1\",\"item\":\"tea\",\"amount\":3}",
            "2", "{\"id\":\"2\",\"item\":\"cups\",\"amount\":6}",
            "3", "{\"id\":\"3\",\"item\":\"spoons\",\"amount\":12}"));

    private OrdersBackend() {}

    /**
     * Serves on a port of the loopback interface, prints {@code listening PORT} and ends when its standard input does.
     *
     * @param arguments the port; 0 takes any
     */
    public static void main(String[] arguments) throws IOException {
        int port = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/orders", OrdersBackend::orders);
        server.createContext("/echo", OrdersBackend::echo);
        server.setExecutor(Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task, "orders");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        System.out.println("listening " + server.getAddress().getPort());
        System.in.transferTo(OutputStream.nullOutputStream());
        server.stop(0);
    }

    private static void orders(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().replaceFirst("^/orders/?", "");
        if (id.isEmpty()) {
            answer(exchange, 200, "application/json", "[" + String.join(",", ORDERS.values()) + "]");
        } else if (ORDERS.containsKey(id)) {
            answer(exchange, 200, "application/json", ORDERS.get(id));
        } else {
            answer(exchange, 404, "application/json", "{\"error\":\"no such order\"}");
        }
    }

    /** Shows what arrived, so that one sees what the gateway made of a request. */
    private static void echo(HttpExchange exchange) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(exchange.getRequestMethod())
                .append(' ')
                .append(exchange.getRequestURI())
                .append('\n');
        new TreeMap<>(exchange.getRequestHeaders())
                .forEach((name, values) -> text.append(name)
                        .append(": ")
                        .append(String.join(", ", values))
                        .append('\n'));
        text.append('\n').append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        answer(exchange, 200, "text/plain; charset=utf-8", text.toString());
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Server", "orders-backend");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
