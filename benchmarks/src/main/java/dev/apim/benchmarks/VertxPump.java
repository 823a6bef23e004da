package dev.apim.benchmarks;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.Locale;
import java.util.Set;

/** The least a proxy on Vert.x can be: what comes is sent on, nothing is checked. A peer of the runner in load comparisons. */
public final class VertxPump {
    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade", "host");

    private final HttpClient client;
    private final String host;
    private final int port;

    private VertxPump(HttpClient client, String host, int port) {
        this.client = client;
        this.host = host;
        this.port = port;
    }

    /** Listens on the port given first and forwards to the loopback port given second. */
    public static void main(String[] arguments) {
        int loops = Integer.getInteger("loops", Runtime.getRuntime().availableProcessors());
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops).setPreferNativeTransport(true));
        for (int i = 0; i < loops; i++) {
            vertx.deployVerticle(new io.vertx.core.VerticleBase() {
                @Override
                public io.vertx.core.Future<?> start() {
                    HttpClient client = vertx.createHttpClient(
                            new HttpClientOptions().setKeepAlive(true), new PoolOptions().setHttp1MaxSize(256));
                    VertxPump pump = new VertxPump(client, "127.0.0.1", Integer.parseInt(arguments[1]));
                    return vertx.createHttpServer(new HttpServerOptions())
                            .requestHandler(pump::pass)
                            .listen(Integer.parseInt(arguments[0]), "127.0.0.1");
                }
            });
        }
    }

    private void pass(HttpServerRequest request) {
        request.pause();
        RequestOptions options = new RequestOptions()
                .setHost(host)
                .setPort(port)
                .setURI(request.uri())
                .setMethod(request.method());
        client.request(options).onComplete(asked -> {
            if (asked.failed()) {
                request.response().setStatusCode(502).end();
                return;
            }
            send(request, asked.result());
        });
    }

    private static void send(HttpServerRequest request, HttpClientRequest asked) {
        request.headers().forEach((name, value) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                asked.headers().add(name, value);
            }
        });
        asked.response().onComplete(answered -> {
            if (answered.failed()) {
                request.response().setStatusCode(502).end();
                return;
            }
            answer(request, answered.result());
        });
        if (request.headers().contains("content-length") || request.headers().contains("transfer-encoding")) {
            request.pipeTo(asked);
        } else {
            request.resume();
            asked.end();
        }
    }

    private static void answer(HttpServerRequest request, HttpClientResponse answered) {
        request.response().setStatusCode(answered.statusCode());
        answered.headers().forEach((name, value) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                request.response().headers().add(name, value);
            }
        });
        if (!answered.headers().contains("content-length")) {
            request.response().setChunked(true);
        }
        answered.pipeTo(request.response());
    }
}
