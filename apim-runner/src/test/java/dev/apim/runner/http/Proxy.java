package dev.apim.runner.http;

import dev.apim.backend.BackendCall;
import dev.apim.backend.BackendClient;
import dev.apim.backend.BackendException;
import dev.apim.backend.BackendRequest;
import dev.apim.backend.ConnectionOptions;
import dev.apim.http.Headers;
import dev.apim.http.HttpRequest;
import dev.apim.http.HttpResponse;
import dev.apim.http.HttpService;
import dev.apim.http.ServerCall;
import dev.apim.http.Url;
import dev.apim.vertx.wire.HopByHop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The least that can stand between the server and the client: passes requests on and responses back. */
final class Proxy implements HttpService {
    final List<String> failures = new CopyOnWriteArrayList<>();
    final List<String> endings = new CopyOnWriteArrayList<>();
    private final BackendClient client;
    private final int port;
    private final Duration timeout;

    Proxy(BackendClient client, int port) {
        this(client, port, Duration.ofSeconds(20));
    }

    Proxy(BackendClient client, int port, Duration timeout) {
        this.client = client;
        this.port = port;
        this.timeout = timeout;
    }

    @Override
    public Ending handle(HttpRequest request, ServerCall call) {
        BackendCall sent = client.send(new BackendRequest(
                request.method(),
                url(request.target()),
                endToEnd(request.headers()),
                request.body(),
                timeout,
                Duration.ZERO,
                ConnectionOptions.DEFAULT));
        sent.response().whenComplete((response, failure) -> call.execute(() -> answer(call, response, failure)));
        return cause -> {
            endings.add(cause == null ? "whole" : "broken");
            if (cause != null) {
                sent.cancel();
            }
        };
    }

    private void answer(ServerCall call, @Nullable HttpResponse response, @Nullable Throwable failure) {
        if (response != null) {
            call.respond(response);
        } else {
            String kind =
                    failure instanceof BackendException known ? known.kind().name() : String.valueOf(failure);
            failures.add(kind);
            call.respond(HttpResponse.of(502, "text/plain", kind));
        }
    }

    private Url url(String target) {
        int question = target.indexOf('?');
        return question < 0
                ? new Url("http", "127.0.0.1", port, target, "")
                : new Url("http", "127.0.0.1", port, target.substring(0, question), target.substring(question + 1));
    }

    private static Headers endToEnd(Headers headers) {
        Headers kept = new Headers(headers.size());
        boolean trailers = headers.contains("TE");
        for (int i = 0; i < headers.size(); i++) {
            if (!HopByHop.is(headers.nameAt(i)) && !headers.nameAt(i).equalsIgnoreCase("Host")) {
                kept.add(headers.nameAt(i), headers.valueAt(i));
            }
        }
        return trailers ? kept.add("TE", "trailers") : kept;
    }
}
