package dev.apim.runner.http;

import dev.apim.vertx.VertxBackendClient;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

final class Perf {
    public static void main(String[] args) throws Exception {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        int backend = Integer.parseInt(args[2]);
        int port = Integer.parseInt(args[1]);
        if (args[0].equals("ours")) {
            GatewayServer.start(
                    vertx,
                    new WallTime(),
                    ServerSettings.DEFAULT
                            .listeningOn("127.0.0.1", port)
                            .managedOn("127.0.0.1", -1)
                            .withEventLoops(1),
                    new Proxy(VertxBackendClient.create(vertx), backend));
        } else {
            HttpClient client = vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(512));
            vertx.createHttpServer(new HttpServerOptions())
                    .requestHandler(req -> {
                        req.pause();
                        client.request(new RequestOptions()
                                        .setHost("127.0.0.1")
                                        .setPort(backend)
                                        .setURI(req.uri())
                                        .setMethod(req.method()))
                                .onComplete(r -> {
                                    var out = r.result();
                                    for (var h : req.headers())
                                        if (!h.getKey().equalsIgnoreCase("host")
                                                && !h.getKey().equalsIgnoreCase("connection"))
                                            out.headers().add(h.getKey(), h.getValue());
                                    out.response().onComplete(rr -> {
                                        var in = rr.result();
                                        req.response().setStatusCode(in.statusCode());
                                        for (var h : in.headers())
                                            if (!h.getKey().equalsIgnoreCase("connection")
                                                    && !h.getKey().equalsIgnoreCase("keep-alive"))
                                                req.response().headers().add(h.getKey(), h.getValue());
                                        in.pipeTo(req.response());
                                    });
                                    out.end();
                                    req.resume();
                                });
                    })
                    .listen(port, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
        System.out.println("up");
        Thread.currentThread().join();
    }
}
